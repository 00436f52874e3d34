using Listening.Conversations;

namespace Listening.Tests.Sceptic;

/// <summary>
/// Times and rates of resolving and figures of agents by the words of metrics.md, over lists. All that agents did came after the last post of the conversation, so
/// it belongs to the customer's last episode there.
/// </summary>
internal sealed class IndependentWork(
    IReadOnlyList<Said> posts, IReadOnlyList<Waiting> waits, Known known, IReadOnlyDictionary<(string Thread, string Brand, string Author), IReadOnlyList<CaseEvent>> deeds,
    Func<string, int> seenAfter)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private readonly ILookup<string, Said> threads = ByThread(posts);
    private readonly Dictionary<string, Said> byId = posts.ToDictionary(post => post.Id);

    /// <summary>The rows of a metric; those of an agent's are there once for each agent, with them as the state.</summary>
    public IReadOnlyList<FoundRow> Rows(string metric, Window window) => [.. Turns(window.AsOf).SelectMany(turn => Told(metric, turn, window))];

    private IEnumerable<FoundRow> Told(string metric, Turn turn, Window window)
    {
        bool In(DateTimeOffset? at) => at >= window.From && at < window.To;
        var (id, brand, opened) = (turn.Head.Opener.Id, turn.Head.Brand, turn.Head.Opener.At);
        var resolves = turn.Deeds.Where(deed => deed.Kind == CaseEventKind.Resolved).Select(deed => (DateTimeOffset?)deed.At).ToList();
        var reopens = turn.Deeds.Where(deed => deed.Kind == CaseEventKind.Reopened).Select(deed => deed.At).ToList();
        var (first, last) = (resolves.FirstOrDefault(), resolves.LastOrDefault());
        var backInTime = reopens.Where(at => at >= first).Take(1).Any(at => at - first <= Week);
        switch (metric)
        {
            case "resolve_first" when In(first):
                return [new(id, brand, (first!.Value - opened).TotalSeconds, reopens.Count == 0 ? "resolved" : "reopened")];
            case "resolve_full" when In(last) && !reopens.Exists(at => at >= last):
                return [new(id, brand, (last!.Value - opened).TotalSeconds, "resolved")];
            case "reopen_rate" when In(first) && window.AsOf - first >= Week:
                return [new(id, brand, null, backInTime ? "hit" : "miss")];
            case "one_touch" when In(first) && window.AsOf - first >= Week:
                return [new(id, brand, null, !backInTime && Answers(turn.Head).Count(at => at - first <= Week && at <= window.AsOf) == 1 ? "hit" : "miss")];
            case "agent_load" when resolves.Count == 0 || reopens.Exists(at => at >= last):
                return turn.Deeds.LastOrDefault(deed => deed.Kind == CaseEventKind.Assigned)?.To is { Length: > 0 } holder ? [new(id, brand, null, holder)] : [];
            case "agent_resolves":
                return turn.Deeds.Where(deed => deed.Kind == CaseEventKind.Resolved && In(deed.At)).Select(deed => deed.By).Distinct().Select(by => new FoundRow(id, brand, null, by));
            case "agent_replies":
                return turn.Deeds.Where(deed => deed.Kind == CaseEventKind.Replied && In(deed.At)).Select(deed => deed.By).Distinct().Select(by => new FoundRow(id, brand, null, by));
            case "agent_frt" when turn.Deeds.FirstOrDefault(deed => deed.Kind == CaseEventKind.Replied) is { } reply && In(reply.At):
                var given = turn.Deeds.LastOrDefault(deed => deed.Kind == CaseEventKind.Assigned && deed.To == reply.By && deed.At <= reply.At)?.At;
                var seen = opened.AddSeconds(seenAfter(id));
                // Nobody here could see what came in after its answer.
                if (seen > reply.At) return given is null ? [] : [new(id, brand, (reply.At - given.Value).TotalSeconds, reply.By)];
                return [new(id, brand, (reply.At - (given > seen ? given.Value : seen)).TotalSeconds, reply.By)];
            default:
                return [];
        }
    }

    private IEnumerable<Turn> Turns(DateTimeOffset asOf) =>
        from deed in deeds
        let head = waits.Where(wait => (wait.Thread, wait.Brand, wait.Opener.Author) == deed.Key && wait.FirstOfEpisode).MaxBy(wait => wait.Number)
        where head is not null && head.Opener.At <= asOf
        select new Turn(head, [.. deed.Value.Where(one => one.At <= asOf)]);

    /// <summary>When the brand answered the author in public, from the turn's beginning on: answers to them, and those to nobody that ended a wait of theirs.</summary>
    private IEnumerable<DateTimeOffset> Answers(Waiting head)
    {
        var mine = waits.Where(wait => wait.Thread == head.Thread && wait.Brand == head.Brand && wait.Opener.Author == head.Opener.Author).ToList();
        foreach (var post in threads[head.Thread].Where(post => known.AccountOf(post)?.Name == head.Brand && Known.IsHuman(post)))
        {
            var to = new HashSet<string>(post.Mentions, StringComparer.OrdinalIgnoreCase);
            if (post.Parent is { } parent && byId.TryGetValue(parent, out var above) && above.Author != post.Author) to.Add(above.Author);
            var ended = mine.Where(wait => wait.AnsweredAt == post.At || (wait.Skewed && post.Parent is not null && post.At < wait.Opener.At && to.Contains(head.Opener.Author))).ToList();
            if (!to.Contains(head.Opener.Author) && ended.Count == 0) continue;
            var at = ended.Count == 0 ? post.At : ended.Max(wait => wait.AnsweredAt!.Value);
            if (at >= head.Opener.At) yield return at;
        }
    }

    private static ILookup<string, Said> ByThread(IReadOnlyList<Said> posts)
    {
        var roots = Threads.RootsOf(posts);
        return posts.ToLookup(post => roots[post.Id]);
    }

    private sealed record Turn(Waiting Head, IReadOnlyList<CaseEvent> Deeds);
}
