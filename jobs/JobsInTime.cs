using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Listening.Jobs;

/// <summary>
/// The scheduler as a part of the program that ends in time. What a job leaves behind in the schedule's database is written again and again while that is
/// away, and no cancellation reaches these tries, nor the scheduler's signing off there: so what has not ended in time is left to the next start, as after a kill.
/// </summary>
internal sealed partial class JobsInTime(
    IHostApplicationLifetime lifetime, IServiceProvider services, IOptionsMonitor<QuartzHostedServiceOptions> options, ILogger<JobsInTime> logger)
    : QuartzHostedService(lifetime, services, options), IHostedService
{
    /// <summary>Longest time that the end of running jobs is waited for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>Longest time that the scheduler then has to sign off in its database, which may be connected and silent.</summary>
    public static readonly TimeSpan SignOff = TimeSpan.FromSeconds(1);

    // The base's own cannot be overridden; the host calls this one.
    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await EndAsync(cancellationToken).WaitAsync(Longest + SignOff, cancellationToken);
        }
        catch (TimeoutException)
        {
            LogLeft(logger);
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        await StopAsync(limit.Token);
    }

    [LoggerMessage(4004, LogLevel.Warning, "The scheduler could not sign off in its database; the next start mends the schedule")]
    private static partial void LogLeft(ILogger logger);
}
