using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.InteropServices;
using Listening.Store.Projecting;
using Listening.Storing;
using Listening.Telemetry;
using Listening.Web.Hosting;
using Listening.Web.Streaming;

namespace Listening.Web.Telemetry;

/// <summary>What is looked at when somebody scrapes: queues, lags, viewers, the store, the disk and the process.</summary>
public sealed class Gauges : IHostedService, IDisposable
{
    private readonly Meter meter = new(ListeningMeter.Name);

    /// <summary>Makes the instruments.</summary>
    public Gauges(
        CommitGroups commits, ProjectingLoop loop, FactProjector projector, TileBoard board, StoreGauges store, DiskSpace disk, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(commits);
        ArgumentNullException.ThrowIfNull(loop);
        ArgumentNullException.ThrowIfNull(projector);
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(disk);
        Gauge("listening.commit.waiting", "{batch}", "Batches that wait for the store or are being stored.", () => commits.Waiting);
        Gauge("listening.projecting.behind", "{version}", "Stored post versions that are not in the facts yet.", () => projector.Behind);
        Gauge("listening.projecting.lag", "s", "How old the facts are where versions wait; 0 when none does.", () => Lag(projector, loop, time));
        Gauge("listening.projecting.failures_in_a_row", "{run}", "Runs that failed since the last that went well.", () => loop.State.Failures);
        Gauge("listening.viewers", "{viewer}", "Open event streams.", () => board.Viewers);
        Gauge("listening.store.rows", "{row}", "Rows of all tables.", () => store.Figures?.Rows);
        Gauge("listening.store.size", "By", "The store on disk, compressed.", () => store.Figures?.Bytes);
        Gauge("listening.engine.parts", "{part}", "Active parts; many hundred mean that merging does not keep up.", () => store.Figures?.Parts);
        Gauge("listening.engine.memory", "By", "Memory that the engine's statements and caches use.", () => store.Figures?.Memory);
        Gauge("listening.disk.free", "By", "Room on the data directory's file system.", () => disk.Free);
        Gauge("listening.disk.size", "By", "The data directory's file system.", () => disk.Size);
        Gauge("listening.disk.minimum", "By", "Room below which no more posts are taken in.", () => disk.Minimum);
        OfProcess();
        meter.CreateObservableGauge("listening.build.info", () => Build(store), null, "Always 1; the labels say which program runs.");
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    // The names that Prometheus' own clients give, so that existing boards and rules fit.
    private void OfProcess()
    {
        Gauge("process.resident_memory", "By", "Memory of the process that is in RAM, the engine's included.", () => Environment.WorkingSet);
        Gauge("process.threads", null, "Threads of the process.", () => Processes(process => process.Threads.Count));
        Gauge("process.start_time", "s", "When the process began, in seconds since 1970.", () => Processes(process => new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds() / 1000d));
        if (OperatingSystem.IsLinux()) Gauge("process.open_fds", null, "Open files and sockets.", () => Directory.EnumerateFileSystemEntries("/proc/self/fd").Count());
    }

    private void Gauge(string name, string? unit, string description, Func<double?> value) =>
        meter.CreateObservableGauge(name, () => value() is { } seen ? [new Measurement<double>(seen)] : Array.Empty<Measurement<double>>(), unit, description);

    private static double? Lag(FactProjector projector, ProjectingLoop loop, TimeProvider time) => projector.Behind switch
    {
        null => null,
        0 => 0,
        _ => loop.State.LastRun is { } last ? Math.Max(0, (time.GetUtcNow() - last).TotalSeconds) : null,
    };

    private static Measurement<long> Build(StoreGauges store) => new(
        1, new("version", ProgramVersion.Text), new("engine", store.Figures?.Engine ?? ""), new("runtime", RuntimeInformation.FrameworkDescription));

    private static double Processes(Func<Process, double> of)
    {
        using var process = Process.GetCurrentProcess();
        return of(process);
    }
}
