using System.Threading.Channels;

namespace Listening.Web.Dashboards;

/// <summary>Picks up one's own dashboards while the program runs: at once where the system tells of changes, within seconds where it does not.</summary>
public sealed partial class DashboardWatch(DashboardFolder folder, TimeProvider time, ILogger<DashboardWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (folder.OwnDirectory is not { } directory) return;
        Directory.CreateDirectory(directory);
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = Watch(directory, changes.Writer);
        while (!stoppingToken.IsCancellationRequested)
        {
            await NextAsync(changes.Reader, stoppingToken);
            try
            {
                if (folder.Refresh()) Tell();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogUnreadable(logger, exception);
            }
        }
    }

    // An editor writes in several steps: the last of them is waited for.
    private async Task NextAsync(ChannelReader<bool> changes, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var change = changes.ReadAsync(waiting.Token).AsTask();
        var first = await Task.WhenAny(change, Task.Delay(Poll, time, waiting.Token));
        cancellationToken.ThrowIfCancellationRequested();
        if (first == change) await Task.Delay(Settling, time, cancellationToken);
        await waiting.CancelAsync();
        await change.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private FileSystemWatcher? Watch(string directory, ChannelWriter<bool> changes)
    {
        try
        {
            var watcher = new FileSystemWatcher(directory) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => changes.TryWrite(true);
            watcher.Created += (_, _) => changes.TryWrite(true);
            watcher.Deleted += (_, _) => changes.TryWrite(true);
            watcher.Renamed += (_, _) => changes.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException exception)
        {
            // The system allows only so many; looking every few seconds does as well.
            LogPolling(logger, exception);
            return null;
        }
    }

    private void Tell()
    {
        foreach (var entry in folder.Entries)
            if (entry.Fault is { } fault)
                LogBroken(logger, fault);
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "A dashboard cannot be used: {Fault}")]
    private static partial void LogBroken(ILogger logger, DashboardFault fault);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "The dashboards' folder cannot be read")]
    private static partial void LogUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Information, Message = "The system does not tell of changed dashboards; they are looked for every few seconds")]
    private static partial void LogPolling(ILogger logger, Exception exception);
}
