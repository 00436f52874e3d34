using Listening.Brands;
using Listening.Calendars;
using Listening.Measuring;
using Listening.Web.Dashboards;
using Listening.Web.Measuring;

namespace Listening.Web.Streaming;

/// <summary>
/// What tiles showed as of one instant, for whoever asks as of that instant again and accepts the answer's age: the details of a report that is kept ready are there with it, and are as
/// of the same instant. Without an instant, or where no age is accepted, a tile is read as ever.
/// </summary>
public sealed class KeptTiles(TileReadings readings, CurrentRegistry registry, CurrentTargets targets, TimeProvider time)
{
    private const int Most = 500;
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private readonly Dictionary<(TileTopic Topic, TileDefinition Tile), Kept> tiles = [];

    /// <summary>What the tile shows. Throws what <see cref="TileReadings.ReadAsync"/> throws, and <see cref="MetricQuestionException"/> for an instant that cannot be read.</summary>
    /// <param name="topic">The tile's question.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="accepted">How long ago the answer may have been made.</param>
    /// <param name="cancellationToken">Gives the question up.</param>
    public async Task<TileAnswer> ReadAsync(TileTopic topic, TileDefinition tile, TimeSpan accepted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (topic.Parameters.AsOf is null || accepted <= TimeSpan.Zero) return await readings.ReadAsync(topic, tile, cancellationToken);
        var known = Canonical(topic);
        lock (gate)
            if (tiles.TryGetValue((known, tile), out var kept) && kept.Rules == Rules() && time.GetUtcNow() - kept.Begun < accepted)
                return kept.Answer;
        return await MakeAsync(known, tile, cancellationToken);
    }

    /// <summary>
    /// Makes every tile that is kept of one period and instant, of a later instant (and, where the period has moved on with the calendar, of the moved one). The older ones stay for
    /// those who still look at them.
    /// </summary>
    public async Task FollowAsync(TileSpan shown, TileSpan next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(next);
        List<(TileTopic Topic, TileDefinition Tile)> theirs;
        lock (gate) theirs = [.. tiles.Keys.Where(key => Span(key.Topic) == shown.Canonical())];
        var to = next.Canonical();
        foreach (var (topic, tile) in theirs) await MakeAsync(topic with { Parameters = topic.Parameters with { From = to.From, To = to.To, AsOf = to.AsOf } }, tile, cancellationToken);

        static (string? From, string? To, string? AsOf) Span(TileTopic topic) => (topic.Parameters.From, topic.Parameters.To, topic.Parameters.AsOf);
    }

    private async Task<TileAnswer> MakeAsync(TileTopic topic, TileDefinition tile, CancellationToken cancellationToken)
    {
        var (rules, begun) = (Rules(), time.GetUtcNow());
        var answer = await readings.ReadAsync(topic, tile, cancellationToken);
        lock (gate)
        {
            tiles[(topic, tile)] = new(answer, begun, rules);
            var forgotten = tiles.Where(one => begun - one.Value.Begun >= Oldest).Select(one => one.Key).Concat(tiles.OrderByDescending(one => one.Value.Begun).Skip(Most).Select(one => one.Key)).ToList();
            forgotten.ForEach(key => tiles.Remove(key));
        }

        return answer;
    }

    // What is counted by which rules.
    private (int Registry, int Targets) Rules() => (registry.Now.Version, targets.Now.Number);

    // One instant may be written in many ways.
    private static TileTopic Canonical(TileTopic topic)
    {
        var asked = topic.Parameters;
        return topic with { Parameters = asked with { From = Written("from", asked.From), To = Written("to", asked.To), AsOf = Written("asOf", asked.AsOf) } };

        static string? Written(string name, string? text) => QuestionText.Instant(name, text) is { } at ? TileSpan.Written(at) : null;
    }

    private sealed record Kept(TileAnswer Answer, DateTimeOffset Begun, (int Registry, int Targets) Rules);
}
