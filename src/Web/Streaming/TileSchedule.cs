namespace Listening.Web.Streaming;

/// <summary>
/// When each tile is evaluated: at a change of the facts, at the most once a second and so seldom that it takes a tenth of its time, up to a minute
/// for the heaviest; and without a change every fifteen seconds, because ages grow by themselves. Of those that are due the next is that with the highest response
/// ratio, (waited + cost) / cost: a light one does not wait behind heavy ones, and a heavy one does not wait for ever. Source: P. Brinch Hansen, "An Analysis of
/// Response Ratio Scheduling", IFIP Congress 1971.
/// </summary>
public sealed class TileSchedule(TimeProvider time)
{
    private const int Share = 10;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Ageing = TimeSpan.FromSeconds(15);
    private readonly Dictionary<TileTopic, Evaluation> last = [];
    private readonly HashSet<TileTopic> taken = [];
    private readonly Lock gate = new();

    /// <summary>The tile to evaluate next, which nobody else gets until it is <see cref="Evaluated"/>; null when none is due. Those that are not among <paramref name="watched"/> are forgotten.</summary>
    public TileTopic? Take(IReadOnlyCollection<TileTopic> watched, long revision)
    {
        ArgumentNullException.ThrowIfNull(watched);
        var now = time.GetUtcNow();
        lock (gate)
        {
            foreach (var gone in last.Keys.Except(watched).ToList()) last.Remove(gone);
            var next = watched.Where(topic => !taken.Contains(topic) && Instant(topic, revision) <= now).MaxBy(topic => Ratio(topic, revision, now));
            if (next is not null) taken.Add(next);
            return next;
        }
    }

    /// <summary>How long until the next is due, if the facts stay as they are and nobody comes; at most a second.</summary>
    public TimeSpan Next(IReadOnlyCollection<TileTopic> watched, long revision)
    {
        ArgumentNullException.ThrowIfNull(watched);
        lock (gate)
        {
            var next = watched.Where(topic => !taken.Contains(topic)).Select(topic => Instant(topic, revision) - time.GetUtcNow()).DefaultIfEmpty(Shortest).Min();
            return next < TimeSpan.Zero ? TimeSpan.Zero : next < Shortest ? next : Shortest;
        }
    }

    /// <summary>Tells that a tile was evaluated.</summary>
    /// <param name="topic">The tile.</param>
    /// <param name="revision">The newest revision when it began.</param>
    /// <param name="began">When it began.</param>
    /// <param name="cost">How long it took.</param>
    public void Evaluated(TileTopic topic, long revision, DateTimeOffset began, TimeSpan cost)
    {
        lock (gate)
        {
            taken.Remove(topic);
            last[topic] = new(revision, began, cost);
        }
    }

    private DateTimeOffset Instant(TileTopic topic, long revision)
    {
        if (!last.TryGetValue(topic, out var before)) return DateTimeOffset.MinValue;
        return before.Began + (before.Revision != revision || before.Pause > Ageing ? before.Pause : Ageing);
    }

    // What was never evaluated comes before everything that was.
    private double Ratio(TileTopic topic, long revision, DateTimeOffset now) =>
        last.TryGetValue(topic, out var before) ? (now - Instant(topic, revision)) / before.Cost : double.PositiveInfinity;

    private readonly record struct Evaluation(long Revision, DateTimeOffset Began, TimeSpan Took)
    {
        public TimeSpan Cost => Took > TimeSpan.Zero ? Took : TimeSpan.FromTicks(1);

        public TimeSpan Pause => Took * Share is var rest && rest < Shortest ? Shortest : rest > Longest ? Longest : rest;
    }
}
