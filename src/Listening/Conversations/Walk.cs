using Listening.Classifying;

namespace Listening.Conversations;

/// <summary>Walks the course once: opens waits, joins them, closes them.</summary>
internal sealed class Walk(Course course, ClockRules rules)
{
    private readonly Dictionary<(string Brand, string Author), Triple> triples = [];
    private readonly Dictionary<string, List<Triple>> byAuthor = [];
    private readonly Dictionary<string, SortedDictionary<int, Triple>> waitingFor = [];
    private readonly List<RunningWait> waits = [];
    private readonly List<(int Order, string Author)> singleAnswers = [];

    /// <summary>In order of their openers.</summary>
    public IReadOnlyList<RunningWait> Waits => waits;

    /// <summary>Places in the course of replies to nobody in particular, each with the author whose wait it answered because that was the single open one.</summary>
    public IReadOnlyList<(int Order, string Author)> SingleAnswers => singleAnswers;

    /// <summary>Walks; <paramref name="events"/> are what agents did.</summary>
    public Walk Follow(IReadOnlyList<CaseEvent> events)
    {
        var done = 0;
        var acts = events.OrderBy(act => act.At).ThenBy(act => act.Kind).ThenBy(act => act.Brand, StringComparer.Ordinal).ThenBy(act => act.Author, StringComparer.Ordinal)
            .ThenBy(act => act.Reason, StringComparer.Ordinal).ToList();
        for (var order = 0; order < course.Posts.Count; order++)
        {
            var post = course.Posts[order];
            for (; done < acts.Count && acts[done].At < post.PostedAt; done++) Act(acts[done]);
            if (Course.IsHumanReply(post)) Answer(post, order);
            else if (Course.AsksForAnswer(post)) Ask(post, order);
            foreach (var triple in TriplesOf(post)) triple.LastSign = post.PostedAt;
        }
        for (; done < acts.Count; done++) Act(acts[done]);
        return this;
    }

    // An author's every post breaks the silence, also one that asks for nothing.
    private IEnumerable<Triple> TriplesOf(ConversationPost post)
    {
        if (post.Party == Party.Customer) return byAuthor.GetValueOrDefault(post.Author) ?? [];
        if (!Course.IsHumanReply(post)) return [];
        return course.Addressees(post).Select(author => triples.GetValueOrDefault((post.Account!, author))).OfType<Triple>();
    }

    private void Ask(ConversationPost post, int order)
    {
        foreach (var brand in course.Addressed(post))
        {
            var triple = Find(brand, post.Author);
            if (post.Relevance != Relevance.AboutUs) LeaveOut(triple, post, order);
            else if (triple.Current is { } current && current.IsOpen(post.PostedAt)) current.Join(post);
            else Open(triple, post, order);
            if (post.Relevance == Relevance.AboutUs && EarlyAnswer(post, brand) is { } early) Close(triple, early);
        }
    }

    private void Open(Triple triple, ConversationPost post, int order)
    {
        // Nothing waits from the last deletion on: the silence begins no earlier.
        var quiet = triple.Current?.GoneAt is { } gone && gone > triple.LastSign ? gone : triple.LastSign;
        var first = triple.Episode == 0 || triple.Resolved || post.PostedAt - quiet >= rules.EpisodeSilence;
        if (first) triple.Episode++;
        triple.Resolved = false;
        if (triple.Current is { } last) waitingFor[triple.Brand].Remove(last.Order);
        var wait = new RunningWait(triple.Brand, post, order, ++triple.Number) { Episode = triple.Episode, FirstOfEpisode = first };
        waits.Add(wait);
        triple.Current = wait;
        waitingFor[triple.Brand].Add(order, triple);
    }

    // Clocks differ: a reply may be older than the post it names as its parent, be that the opener or one that joined the wait.
    private ConversationPost? EarlyAnswer(ConversationPost post, string brand) =>
        course.AnswersTo(post).FirstOrDefault(reply => reply.Account == brand && Course.IsHumanReply(reply) && reply.PostedAt < post.PostedAt);

    private void LeaveOut(Triple triple, ConversationPost post, int order) => waits.Add(new RunningWait(triple.Brand, post, order, ++triple.Number)
    {
        LeftOut = post.Relevance switch
        {
            Relevance.NotUs => "not us",
            Relevance.Spam => "spam",
            _ => "excluded",
        },
    });

    private void Answer(ConversationPost reply, int order)
    {
        if (course.SpeaksToNobody(reply)) AnswerSingle(reply, order);
        else
            foreach (var author in course.Addressees(reply))
                if (triples.GetValueOrDefault((reply.Account!, author)) is { Current: { } wait } triple && wait.CanBeAnswered(reply.PostedAt))
                    Close(triple, reply);
    }

    private void AnswerSingle(ConversationPost reply, int order)
    {
        if (SingleWaiting(reply.Account!, reply.PostedAt) is not { } single) return;
        singleAnswers.Add((order, single.Current!.Opener.Author));
        single.LastSign = reply.PostedAt;
        Close(single, reply);
    }

    private Triple? SingleWaiting(string brand, DateTimeOffset at)
    {
        if (!waitingFor.TryGetValue(brand, out var waiting)) return null;
        // Deleted waits are cleared away when they are met, so that a crowd is not counted at every reply: two that are open are enough to know.
        List<int>? gone = null;
        Triple? single = null;
        var several = false;
        foreach (var (order, triple) in waiting)
        {
            if (!triple.Current!.IsOpen(at)) (gone ??= []).Add(order);
            else if (several = single is not null) break;
            else single = triple;
        }
        gone?.ForEach(order => waiting.Remove(order));
        return several ? null : single;
    }

    private void Close(Triple triple, ConversationPost reply)
    {
        triple.Current!.Close(reply);
        waitingFor[triple.Brand].Remove(triple.Current.Order);
    }

    private void Act(CaseEvent act)
    {
        if (act.Kind is CaseEventKind.Assigned or CaseEventKind.Replied or CaseEventKind.Asked or CaseEventKind.AnsweredInside or CaseEventKind.Prioritized
            || triples.GetValueOrDefault((act.Brand, act.Author)) is not { Current: { } wait } triple) return;
        if (act.Kind == CaseEventKind.Reopened)
        {
            Reopen(triple, wait, act.At);
            return;
        }

        triple.Resolved = true;
        if (!wait.CanBeAnswered(act.At)) return;
        if (wait.ResolvedAt is null) wait.Resolve(act.At);
        waitingFor[triple.Brand].Remove(wait.Order);
        wait.LeftOut = act.Kind switch
        {
            CaseEventKind.NoAnswerNeeded => string.IsNullOrWhiteSpace(act.Reason) ? "no answer needed" : $"no answer needed: {act.Reason}",
            CaseEventKind.NotUs => "not us",
            CaseEventKind.Spam => "spam",
            _ => wait.LeftOut,
        };
    }

    // The next wait opens a new episode all the same: there was a resolve before it.
    private void Reopen(Triple triple, RunningWait wait, DateTimeOffset at)
    {
        if (wait.ResolvedAt is null || wait.ClosedAt is not null) return;
        wait.Reopen();
        if (!wait.IsGone(at)) waitingFor[triple.Brand].TryAdd(wait.Order, triple);
    }

    private Triple Find(string brand, string author)
    {
        if (triples.TryGetValue((brand, author), out var triple)) return triple;
        triples.Add((brand, author), triple = new Triple(brand));
        waitingFor.TryAdd(brand, []);
        if (!byAuthor.TryGetValue(author, out var own)) byAuthor.Add(author, own = []);
        own.Add(triple);
        return triple;
    }

    /// <summary>One author and one brand.</summary>
    private sealed class Triple(string brand)
    {
        public string Brand { get; } = brand;

        public RunningWait? Current { get; set; }

        public int Number { get; set; }

        public int Episode { get; set; }

        public bool Resolved { get; set; }

        public DateTimeOffset LastSign { get; set; }
    }
}
