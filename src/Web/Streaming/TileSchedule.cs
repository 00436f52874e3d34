namespace Listening.Web.Streaming;

/// <summary>
/// When each tile is evaluated: at a change of the facts, at the most once a second and so seldom that it takes a tenth of its time, up to a minute
/// for the heaviest; and without a change every fifteen seconds, because ages grow by themselves.
/// </summary>
public sealed class TileSchedule(TimeProvider time)
{
    private const int Share = 10;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Ageing = TimeSpan.FromSeconds(15);
    private readonly Dictionary<TileTopic, (long Revision, DateTimeOffset Began, TimeSpan Pause)> last = [];
    private readonly Lock gate = new();

    /// <summary>The tiles that are due, the longest due first. Those that are not among <paramref name="watched"/> are forgotten.</summary>
    public IReadOnlyList<TileTopic> Due(IReadOnlyCollection<TileTopic> watched, long revision)
    {
        ArgumentNullException.ThrowIfNull(watched);
        var now = time.GetUtcNow();
        lock (gate)
        {
            foreach (var gone in last.Keys.Except(watched).ToList()) last.Remove(gone);
            return [.. watched.Where(topic => Instant(topic, revision) <= now).OrderBy(topic => Instant(topic, revision))];
        }
    }

    /// <summary>How long until the next is due, if the facts stay as they are and nobody comes; at most a second.</summary>
    public TimeSpan Next(IReadOnlyCollection<TileTopic> watched, long revision)
    {
        ArgumentNullException.ThrowIfNull(watched);
        lock (gate)
        {
            var next = watched.Select(topic => Instant(topic, revision) - time.GetUtcNow()).DefaultIfEmpty(Shortest).Min();
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
        var rest = cost * Share;
        lock (gate) last[topic] = (revision, began, rest < Shortest ? Shortest : rest > Longest ? Longest : rest);
    }

    private DateTimeOffset Instant(TileTopic topic, long revision)
    {
        if (!last.TryGetValue(topic, out var before)) return DateTimeOffset.MinValue;
        return before.Began + (before.Revision != revision || before.Pause > Ageing ? before.Pause : Ageing);
    }
}
