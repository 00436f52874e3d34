using Listening.Store;
using Listening.Store.Engine;

namespace Listening.Web.Telemetry;

/// <summary>Logs what the store takes long for.</summary>
public sealed partial class SlowStatementLog(StoreRoom store, TelemetrySettings settings, ILogger<SlowStatementLog> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Statements.Slow = settings.SlowStatement;
        store.Statements.Heard += Log;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        store.Statements.Heard -= Log;
        return Task.CompletedTask;
    }

    private void Log(SlowStatement slow)
    {
        if (slow.Code is { } code) LogFailed(slow.Kind, slow.Duration.TotalSeconds, slow.Rows, code, slow.Statement);
        else LogSlow(slow.Kind, slow.Duration.TotalSeconds, slow.Rows, slow.Statement);
    }

    [LoggerMessage(5001, LogLevel.Warning, "Slow {Kind}: {Seconds:0.000} s, {Rows} rows: {Statement}")]
    private partial void LogSlow(string kind, double seconds, long rows, string statement);

    [LoggerMessage(5002, LogLevel.Warning, "Slow {Kind} that failed: {Seconds:0.000} s, {Rows} rows, error {Code}: {Statement}")]
    private partial void LogFailed(string kind, double seconds, long rows, int code, string statement);
}
