using System.Diagnostics.Metrics;
using Listening.Telemetry;

namespace Listening.Web.Health;

/// <summary>Looks every half minute and logs what has changed, once.</summary>
public sealed partial class HealthWatch : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private readonly Meter meter = new(ListeningMeter.Name);
    private readonly HealthLook health;
    private readonly TimeProvider time;
    private readonly ILogger<HealthWatch> logger;
    private readonly Dictionary<string, string> known = [];

    /// <summary>Makes the gauge too: 0 ok, 1 warning, 2 failed.</summary>
    public HealthWatch(HealthLook health, TimeProvider time, ILogger<HealthWatch> logger)
    {
        (this.health, this.time, this.logger) = (health, time, logger);
        meter.CreateObservableGauge(
            "listening.health",
            () => (health.Last?.Checks ?? []).Select(check => new Measurement<int>(check.Status switch { "ok" => 0, "warning" => 1, _ => 2 }, new KeyValuePair<string, object?>("check", check.Name))),
            null,
            "What each check of /readyz last found: 0 well, 1 a warning, 2 it cannot serve.");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    /// <summary>Logs what differs from what was known.</summary>
    public void Note(HealthView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        foreach (var check in view.Checks ?? [])
        {
            var before = known.GetValueOrDefault(check.Name, "ok");
            known[check.Name] = check.Status;
            if (before == check.Status) continue;
            if (check.Status == "ok") LogWell(check.Name, check.Reason);
            else if (check.Status == "warning") LogWarning(check.Name, check.Reason, check.Mend);
            else LogFailed(check.Name, check.Reason, check.Mend);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Note(await health.LookAsync(stoppingToken));
    }

    [LoggerMessage(6001, LogLevel.Error, "It cannot serve, {Check}: {Reason} {Mend}")]
    private partial void LogFailed(string check, string reason, string? mend);

    [LoggerMessage(6002, LogLevel.Warning, "Somebody should look, {Check}: {Reason} {Mend}")]
    private partial void LogWarning(string check, string reason, string? mend);

    [LoggerMessage(6003, LogLevel.Information, "Well again, {Check}: {Reason}")]
    private partial void LogWell(string check, string reason);
}
