using Listening.Classifying;
using Listening.Collecting.Pulling;
using Listening.Reporting.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace Listening.Jobs;

/// <summary>Puts the scheduler and its jobs into a program.</summary>
public static class JobsRegistration
{
    // How often a process says that it lives, and how long it may be late before another runs what it was running.
    private static readonly TimeSpan LookIn = TimeSpan.FromSeconds(5);

    // Until what a job leaves behind is written again after the database was away: till then the job counts as running, and a stop waits for it.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Jobs with their schedule in <paramref name="where"/>; in the health checks too. <paramref name="retention"/> as in <see cref="Retention"/>; nights are
    /// those of <paramref name="zone"/>. Needs an <c>IFactProjector</c>, an <c>IPostRedactor</c>, an <c>IStoreOptimizer</c>, the sources' list and states,
    /// a <c>SourcePuller</c>, a <c>ConversationFollower</c>, an <c>IModelRetrainer</c> and a <c>PastSorter</c>;
    /// reports go out where there is an <c>IReportRound</c>, and first weeks are recorded where there is an <c>IFreezingRound</c>.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobStore where, TimeSpan? retention, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(where);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Retention.Of(retention)).AddSingleton<IModelSchedule, ModelSchedule>().AddSingleton<IReportTurns, ReportTurns>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.ShutdownJobInterruption) = ("listening", ShutdownJobInterruption.WhenWaitingForJobs));
            // Pulls wait for others most of their time.
            quartz.UseDefaultThreadPool(8);
            quartz.UsePersistentStore(store =>
            {
                if (where.IsPostgres) UsePostgres(store, where);
                else store.UseSqlite(where.ConnectionString);
                store.ConfigureStore(options => (options.DbRetryInterval, options.RecoverFiringsCancelledByShutdown) = (Again, true));
                store.ProvisionSchema();
                store.UseSystemTextJsonSerializer();
                store.UseExecutionHistory();
            });
            ProjectConversationsJob.Schedule(quartz);
            ExpirePostsJob.Schedule(quartz);
            OptimizeStoreJob.Schedule(quartz, zone);
            MendSourcesJob.Schedule(quartz);
            FollowConversationsJob.Schedule(quartz);
            RetrainModelsJob.Schedule(quartz);
            ReclassifyPostsJob.Schedule(quartz);
            SortUnsortedJob.Schedule(quartz, zone);
            SendReportsJob.Schedule(quartz);
            FreezeWeeksJob.Schedule(quartz);
        });
        services.AddSingleton<SourceSchedule>();
        services.AddSingleton<ISourceSchedule>(provider => provider.GetRequiredService<SourceSchedule>());
        // The schedule is what this program says; when a job last ran is what the file says.
        services.Configure<QuartzOptions>(quartz => quartz.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddQuartzHostedService<JobsInTime>(host => host.WaitForJobsToComplete = true);
        services.AddHealthChecks().AddQuartz(check =>
        {
            check.StaleFiringTolerance = 3;
            check.RequireSuccessWithin(ProjectConversationsJob.Key, TimeSpan.FromMinutes(10), HealthStatus.Degraded);
        });
        return services;
    }

    private static void UsePostgres(IPersistentStoreBuilder store, JobStore where)
    {
        store.UsePostgres(where.ConnectionString);
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (LookIn, LookIn));
    }
}
