using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;

namespace Listening.Jobs;

/// <summary>Puts the scheduler and its jobs into a program.</summary>
public static class JobsRegistration
{
    /// <summary>
    /// Jobs with their schedule in the SQLite file at <paramref name="sqlitePath"/>, which the scheduler has for itself because it lets one writer in at a
    /// time; in the health checks too. <paramref name="retention"/> as in <see cref="Retention"/>; nights are those of <paramref name="zone"/>. Needs an
    /// <c>IFactProjector</c>, an <c>IPostRedactor</c> and an <c>IStoreOptimizer</c>.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, string sqlitePath, TimeSpan? retention, TimeZoneInfo zone)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Retention.Of(retention));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "listening");
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlite(new SqliteConnectionStringBuilder { DataSource = sqlitePath }.ToString());
                store.ProvisionSchema();
                store.UseSystemTextJsonSerializer();
                store.UseExecutionHistory();
            });
            ProjectConversationsJob.Schedule(quartz);
            ExpirePostsJob.Schedule(quartz);
            OptimizeStoreJob.Schedule(quartz, zone);
        });
        // The schedule is what this program says; when a job last ran is what the file says.
        services.Configure<QuartzOptions>(quartz => quartz.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        services.AddHealthChecks().AddQuartz(check =>
        {
            check.StaleFiringTolerance = 3;
            check.RequireSuccessWithin(ProjectConversationsJob.Key, TimeSpan.FromMinutes(10), HealthStatus.Degraded);
        });
        return services;
    }
}
