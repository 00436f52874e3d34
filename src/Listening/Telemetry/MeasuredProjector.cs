using System.Diagnostics.Metrics;
using Listening.Storing;

namespace Listening.Telemetry;

/// <summary>Measures the runs of a projector.</summary>
public sealed class MeasuredProjector(IFactProjector projector, TimeProvider time) : IFactProjector
{
    private static readonly Histogram<double> Duration = ListeningMeter.Seconds("listening.projecting.duration", "How long a run takes that had something to project.");
    private static readonly Counter<long> Projected = ListeningMeter.Count("listening.projecting.posts", "{post}", "Post versions that became facts.");
    private static readonly Counter<long> Failed = ListeningMeter.Count("listening.projecting.failures", "{run}", "Runs that failed; each is tried again.");
    private static readonly Counter<long> Rebuilt = ListeningMeter.Count("listening.projecting.rebuilds", "{rebuild}", "How often all facts were derived again.");

    /// <inheritdoc/>
    public async Task<long> CatchUpAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var projected = await CountedAsync(projector.CatchUpAsync(cancellationToken));
        if (projected == 0) return 0;
        Projected.Add(projected);
        Duration.Record(time.GetElapsedTime(started).TotalSeconds);
        return projected;
    }

    /// <inheritdoc/>
    public async Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await CountedAsync(RebuildAsync());
        Rebuilt.Add(1);

        async Task<long> RebuildAsync()
        {
            await projector.RebuildAsync(progress, cancellationToken);
            return 0;
        }
    }

    private static async Task<long> CountedAsync(Task<long> run)
    {
        try
        {
            return await run;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed.Add(1);
            throw;
        }
    }
}
