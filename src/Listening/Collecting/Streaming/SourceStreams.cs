using Listening.Access;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Microsoft.Extensions.Logging;

namespace Listening.Collecting.Streaming;

/// <summary>Follows the streams of all sources that have one, and keeps to what is set: a source that is changed, paused or gone, or a new registry, ends its stream or begins it anew.</summary>
public sealed partial class SourceStreams(
    ISourceList sources, SourceOpening opening, CurrentRegistry registry, StreamIntake intake, ISourceCursors cursors, ISourceSchedule schedule, TimeProvider time, ILoggerFactory loggers)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);
    private readonly ILogger logger = loggers.CreateLogger<SourceStreams>();
    private readonly Dictionary<Guid, (string As, Task Running, CancellationTokenSource End)> running = [];

    /// <summary>Follows until it is cancelled, and then ends what runs.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await LookAsync(cancellationToken);
                await Task.Delay(BetweenLooks, time, cancellationToken);
            }
        }
        finally
        {
            foreach (var id in running.Keys.ToList()) await EndAsync(id);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<ConfiguredSource> wanted;
        try
        {
            wanted = [.. (await sources.ListAsync(cancellationToken)).Where(source => !source.Paused)];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What runs goes on while the relational store is away.
            LogUnknown(fault.GetType().Name);
            return;
        }

        foreach (var id in running.Keys.Except(wanted.Select(source => source.Id)).ToList()) await EndAsync(id);
        foreach (var source in wanted) await KeepAsync(source, cancellationToken);
    }

    private async Task KeepAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        var at = $"{source.Version} {registry.Now.Version}";
        if (running.TryGetValue(source.Id, out var there) && there.As == at) return;
        await EndAsync(source.Id);
        var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        running[source.Id] = (at, await StartAsync(source, end.Token), end);
    }

    private async Task<Task> StartAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await opening.OpenAsync(source.Name, source.Kind, source.Values, cancellationToken) is IStreamReader reader
                ? new StreamFollower(source, reader, intake, cursors, schedule, time, loggers.CreateLogger<StreamFollower>()).RunAsync(cancellationToken)
                : Task.CompletedTask;
        }
        catch (Exception fault) when (fault is SourceSettingsException or SecretUnreadableException)
        {
            // The pull says so too, where people look; it is tried again when somebody changes the source.
            LogUnopened(source.Name, fault.Message);
            return Task.CompletedTask;
        }
    }

    private async Task EndAsync(Guid id)
    {
        if (!running.Remove(id, out var one)) return;
        await one.End.CancelAsync();
        await one.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        one.End.Dispose();
    }

    [LoggerMessage(1514, LogLevel.Warning, "The stream of {Source} cannot be opened: {Reason}")]
    private partial void LogUnopened(string source, string reason);

    [LoggerMessage(1515, LogLevel.Warning, "Which sources stream is not known just now: {Fault}")]
    private partial void LogUnknown(string fault);
}
