namespace Listening.Conversations;

/// <summary>
/// The work on each customer, in turns: a turn begins with an episode, and an episode that opens soon after a resolve is the same turn gone on (the customer
/// came back). Times and rates of resolving are of turns. Definitions: <c>metrics.md</c>, "Response", <c>resolve_first</c> to <c>one_touch</c>.
/// </summary>
public static class ConversationWork
{
    /// <summary>Within which time after a resolve a new wait is the old matter. Seven days.</summary>
    public static readonly TimeSpan Return = TimeSpan.FromDays(7);

    /// <summary>What happened in each turn, in its order, by the opener and brand of the wait that began it; turns in which nothing happened are left out.</summary>
    /// <param name="waits">The clock's facts of the conversation.</param>
    /// <param name="posts">Its posts.</param>
    /// <param name="events">What agents did.</param>
    public static IReadOnlyDictionary<(UInt128 Opener, string Brand), IReadOnlyList<WorkAct>> Of(
        IReadOnlyList<Wait> waits, IReadOnlyList<ConversationPost> posts, IReadOnlyList<CaseEvent> events)
    {
        ArgumentNullException.ThrowIfNull(waits);
        ArgumentNullException.ThrowIfNull(events);
        var told = new Dictionary<(UInt128, string), IReadOnlyList<WorkAct>>();
        // Without a click nothing was resolved, and most conversations have none.
        if (events.Count == 0) return told;
        var course = new Course(posts);
        foreach (var triple in waits.Where(wait => wait.Episode > 0 || wait.LeftOut.Length > 0).GroupBy(wait => (wait.Brand, wait.Author)))
        {
            var acts = events.Where(act => act.Brand == triple.Key.Brand && act.Author == triple.Key.Author && act.Kind is not (CaseEventKind.Asked or CaseEventKind.AnsweredInside or CaseEventKind.Prioritized)).Select(Act)
                .Concat(Answers([.. triple], course)).OrderBy(act => act.At).ThenBy(act => act.Kind).ToList();
            if (acts.Exists(act => act.By.Length > 0 || act.Kind != WorkActKind.Answered)) Divide(triple, acts, told);
        }

        return told;
    }

    private static void Divide(
        IGrouping<(string Brand, string Author), Wait> triple, List<WorkAct> acts, Dictionary<(UInt128, string), IReadOnlyList<WorkAct>> told)
    {
        Wait? head = null;
        var turn = new List<WorkAct>();
        var taken = 0;
        foreach (var wait in triple.Where(wait => wait.FirstOfEpisode).OrderBy(wait => wait.Number))
        {
            for (; taken < acts.Count && acts[taken].At < wait.OpenedAt; taken++) turn.Add(acts[taken]);
            var resolved = turn.FindLast(act => act.Kind == WorkActKind.Resolved);
            if (head is not null && resolved is not null && wait.OpenedAt - resolved.At <= Return)
            {
                turn.Add(new(wait.OpenedAt, WorkActKind.Reopened));
                continue;
            }

            if (head is not null && turn.Count > 0) told[(head.Opener, head.Brand)] = turn;
            (head, turn) = (wait, []);
        }

        turn.AddRange(acts.Skip(taken));
        if (head is not null && turn.Count > 0) told[(head.Opener, head.Brand)] = turn;
    }

    // The brand's public answers to the author: those that speak to them, and those that ended a wait of theirs.
    private static IEnumerable<WorkAct> Answers(IReadOnlyList<Wait> waits, Course course)
    {
        // With clocks that differ an answer may be older than what it answers: it counts from then.
        var closing = waits.Where(wait => wait.ClosedBy is not null).GroupBy(wait => wait.ClosedBy!.Value).ToDictionary(group => group.Key, group => group.Max(wait => wait.ClosedAt!.Value));
        return course.Posts
            .Where(post => Course.IsHumanReply(post) && post.Account == waits[0].Brand && (closing.ContainsKey(post.Post) || course.Addressees(post).Contains(waits[0].Author)))
            .Select(post => new WorkAct(closing.GetValueOrDefault(post.Post, post.PostedAt), WorkActKind.Answered));
    }

    private static WorkAct Act(CaseEvent act) => new(
        act.At,
        act.Kind switch
        {
            CaseEventKind.Assigned => WorkActKind.Assigned,
            CaseEventKind.Replied => WorkActKind.Replied,
            CaseEventKind.Reopened => WorkActKind.Reopened,
            _ => WorkActKind.Resolved,
        },
        act.By, act.To);
}
