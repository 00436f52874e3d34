using Listening.Brands;
using Listening.Storing;
using Listening.Web.Dashboards;
using Listening.Web.Measuring;

namespace Listening.Web.Streaming;

/// <summary>
/// What tiles show, read once for all who ask the same: an answer is good for everybody as long as the facts and the registry are those it saw and it is younger than a
/// second, as its ages are told in seconds.
/// </summary>
public sealed class TileReadings(TileEvaluator evaluator, IFactReader facts, CurrentRegistry registry, TimeProvider time)
{
    private static readonly TimeSpan Good = TimeSpan.FromSeconds(1);
    private readonly Dictionary<(TileTopic Topic, TileDefinition Tile), Reading> readings = [];
    private readonly Lock gate = new();

    /// <summary>What the tile shows. Throws what <see cref="TileEvaluator.EvaluateAsync"/> throws. A reading ends when the last who wanted it has left.</summary>
    public async Task<TileAnswer> ReadAsync(TileTopic topic, TileDefinition tile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(tile);
        Reading reading;
        lock (gate)
        {
            reading = Known(topic, tile) ?? Begin(topic, tile);
            reading.Wanted++;
        }

        try
        {
            return await reading.Answer.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(reading);
        }
    }

    private Reading? Known(TileTopic topic, TileDefinition tile) =>
        readings.TryGetValue((topic, tile), out var reading) && reading.Revision == facts.Revision && reading.Registry == registry.Now && !reading.End.IsCancellationRequested
        && (!reading.Answer.IsCompleted || (reading.Answer.IsCompletedSuccessfully && time.GetElapsedTime(reading.Started) < Good))
            ? reading
            : null;

    private Reading Begin(TileTopic topic, TileDefinition tile)
    {
        foreach (var (key, old) in readings)
            if (old.Answer.IsCompleted && time.GetElapsedTime(old.Started) >= Good)
                readings.Remove(key);
        var end = new CancellationTokenSource();
        var question = topic.Parameters.Ask("", ReportingTime.Of(registry), time.GetUtcNow(), topic.Sight);
        // Outside the lock: the first part of an evaluation runs at once.
        return readings[(topic, tile)] = new(facts.Revision, registry.Now, time.GetTimestamp(), end, Task.Run(() => evaluator.EvaluateAsync(tile, question, end.Token), end.Token));
    }

    private void Leave(Reading reading)
    {
        lock (gate)
            if (--reading.Wanted == 0 && !reading.Answer.IsCompleted)
                reading.End.Cancel();
    }

    private sealed class Reading(long revision, RegistryInUse registry, long started, CancellationTokenSource end, Task<TileAnswer> answer)
    {
        public long Revision => revision;

        public RegistryInUse Registry => registry;

        public long Started => started;

        public CancellationTokenSource End => end;

        public Task<TileAnswer> Answer => answer;

        public int Wanted { get; set; }
    }
}
