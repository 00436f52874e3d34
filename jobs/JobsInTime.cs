using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace Listening.Jobs;

/// <summary>
/// The scheduler as a part of the program that ends in time. What it leaves behind in the schedule's database (a job that ended, a trigger it had taken) is written
/// again and again while that is away, and no cancellation reaches these tries, nor its signing off there: so that is waited for only as long as a database that
/// answers needs. What is not written then is left to the next start, as after a kill.
/// </summary>
internal sealed partial class JobsInTime(
    IHostApplicationLifetime lifetime, IServiceProvider services, IOptionsMonitor<QuartzHostedServiceOptions> options, ILogger<JobsInTime> logger)
    : QuartzHostedService(lifetime, services, options), IHostedService
{
    /// <summary>Longest time that the end of running jobs is waited for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>Longest time that the scheduler has to sign off in its database once no job runs; it may be away, or connected and silent.</summary>
    public static readonly TimeSpan SignOff = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    // The base's own cannot be overridden; the host calls this one.
    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        // Nobody lists them any more once they are told to end.
        var schedulers = Schedulers.ToList();
        var ended = EndAsync(cancellationToken);
        try
        {
            await Task.WhenAny(ended, JobsAsync(schedulers, cancellationToken));
            await ended.WaitAsync(SignOff, cancellationToken);
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

    // A job counts until it has returned, not until that is written down.
    private static async Task JobsAsync(IReadOnlyList<IScheduler> schedulers, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < Longest && await RunningAsync(schedulers, cancellationToken); waited += Look) await Task.Delay(Look, cancellationToken);
    }

    private static async Task<bool> RunningAsync(IReadOnlyList<IScheduler> schedulers, CancellationToken cancellationToken)
    {
        foreach (var scheduler in schedulers)
            if ((await scheduler.GetMetadata(cancellationToken)).LocalExecutingJobs > 0) return true;
        return false;
    }

    [LoggerMessage(4004, LogLevel.Warning, "The scheduler could not sign off in its database; the next start mends the schedule")]
    private static partial void LogLeft(ILogger logger);
}
