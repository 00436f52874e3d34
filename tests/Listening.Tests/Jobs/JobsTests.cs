using System.Collections.Concurrent;
using Listening.Collecting.Pulling;
using Listening.Jobs;
using Listening.Storing;
using Listening.Tests.Collecting.Pulling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using Xunit;

namespace Listening.Tests.Jobs;

public sealed class JobsTests : IDisposable
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 2, 20, 0, 30, TimeSpan.Zero);
    private readonly TemporaryDirectory directory = new();
    private readonly Projector projector = new();
    private readonly Redactor redactor = new();
    private readonly Optimizer optimizer = new();
    private FakeTimeProvider time = new(Evening);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_job_of_the_persistent_store_runs()
    {
        using var host = await StartAsync(Evening, null);
        await (await SchedulerAsync(host)).TriggerJob(ProjectConversationsJob.Key, Cancelled);
        await projector.Ran.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        await host.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Posts_expire_by_the_retention_at_every_start_and_at_night()
    {
        for (var start = 0; start < 2; start++)
        {
            var now = Evening.AddHours(start);
            using var host = await StartAsync(now, TimeSpan.FromDays(30));
            Assert.InRange(await NextExpiryAsync(), now.AddDays(-30), now.AddDays(-30).AddMinutes(20));
            Assert.Equal(new DateTimeOffset(2026, 3, 3, 3, 20, 0, TimeSpan.Zero), (await TriggerAsync(host, "expire-posts-nightly")).NextFireTimeUtc);
            await host.StopAsync(Cancelled);
        }

        Assert.Empty(redactor.Calls);
    }

    [Fact]
    public async Task What_a_job_did_before_a_restart_is_still_known_after_it()
    {
        DateTimeOffset? ran;
        using (var host = await StartAsync(Evening, null))
        {
            while (!projector.Ran.Task.IsCompleted) await TickAsync();
            while ((await TriggerAsync(host, "project-conversations")).PreviousFireTimeUtc is null) await TickAsync();
            await host.StopAsync(Cancelled);
            ran = Evening.AddSeconds(30);
        }

        using var next = await StartAsync(Evening.AddHours(1), null);
        var trigger = await TriggerAsync(next, "project-conversations");
        Assert.InRange(trigger.PreviousFireTimeUtc!.Value, ran.Value, ran.Value.AddMinutes(20));
        await next.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Missed_minutes_of_the_projector_are_not_made_up_for()
    {
        using (var host = await StartAsync(Evening, null)) await host.StopAsync(Cancelled);
        var later = Evening.AddHours(5);
        using var next = await StartAsync(later, null);
        while ((await TriggerAsync(next, "project-conversations")).NextFireTimeUtc < later) await TickAsync();
        await next.StopAsync(Cancelled);
        Assert.False(projector.Ran.Task.IsCompleted);
    }

    [Fact]
    public async Task Without_a_retention_nothing_expires()
    {
        await new ExpirePostsJob(redactor, Retention.Of(null), new FakeTimeProvider(Evening), LoggerFactory.Create(_ => { }).CreateLogger<ExpirePostsJob>())
            .Execute(null!, Cancelled);
        Assert.Empty(redactor.Calls);
    }

    [Fact]
    public async Task The_store_is_optimized_at_night_in_the_reporting_zone()
    {
        using var host = await StartAsync(new(2026, 3, 3, 1, 59, 30, TimeSpan.Zero), null);
        // Five to four in Berlin.
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 2, 55, 0, TimeSpan.Zero), (await TriggerAsync(host, "optimize-store-nightly")).NextFireTimeUtc);
        await (await SchedulerAsync(host)).TriggerJob(OptimizeStoreJob.Key, Cancelled);
        await optimizer.Ran.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        await host.StopAsync(Cancelled);
    }

    [Fact]
    public async Task An_optimize_that_takes_too_long_ends_and_goes_on_the_next_night()
    {
        var slow = new EndlessOptimizer();
        var clock = new FakeTimeProvider(Evening);
        var run = new OptimizeStoreJob(slow, clock, LoggerFactory.Create(_ => { }).CreateLogger<OptimizeStoreJob>()).Execute(null!, Cancelled);
        await slow.Begun.Task.WaitAsync(Cancelled);
        clock.Advance(OptimizeStoreJob.Longest);
        await run;
        Assert.True(slow.Ended);
    }

    [Fact]
    public void A_retention_is_at_least_a_day() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Retention.Of(TimeSpan.FromHours(23)));

    [Fact]
    public async Task The_scheduler_is_in_the_health_checks_and_well_once_it_has_started()
    {
        using var host = await StartAsync(Evening, null);
        var health = host.Services.GetRequiredService<HealthCheckService>();
        var report = await health.CheckHealthAsync(Cancelled);
        for (var tick = 0; report.Status != HealthStatus.Healthy && tick < 240; tick++)
        {
            await TickAsync();
            report = await health.CheckHealthAsync(Cancelled);
        }

        Assert.Equal(HealthStatus.Healthy, report.Entries["quartz-scheduler"].Status);
        await host.StopAsync(Cancelled);
    }

    private async Task<IHost> StartAsync(DateTimeOffset now, TimeSpan? retention)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        time = new FakeTimeProvider(now);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IFactProjector>(projector).AddSingleton<IPostRedactor>(redactor).AddSingleton<IStoreOptimizer>(optimizer);
        builder.Services.AddSingleton<ISourceList>(new MemorySources()).AddSingleton<ISourceStates>(new MemorySources());
        builder.Services.AddJobs(JobStore.Sqlite(directory.File("jobs.db")), retention, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var host = builder.Build();
        await host.StartAsync(Cancelled);
        return host;
    }

    /// <summary>Lets the scheduler's clock go on, at most 20 minutes, until posts expire.</summary>
    private async Task<DateTimeOffset> NextExpiryAsync()
    {
        for (var tick = 0; tick < 240; tick++)
        {
            if (redactor.Calls.TryDequeue(out var before)) return before;
            await TickAsync();
        }

        throw new InvalidOperationException("The job did not run.");
    }

    private async Task TickAsync()
    {
        time.Advance(TimeSpan.FromSeconds(5));
        await Task.Delay(TimeSpan.FromMilliseconds(50), Cancelled);
    }

    private static async Task<ITrigger> TriggerAsync(IHost host, string name) =>
        await (await SchedulerAsync(host)).GetTrigger(new TriggerKey(name), Cancelled) ?? throw new InvalidOperationException($"There is no trigger {name}.");

    private static async Task<IScheduler> SchedulerAsync(IHost host) => await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancelled);

    private sealed class Projector : IFactProjector
    {
        public TaskCompletionSource Ran { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<long> CatchUpAsync(CancellationToken cancellationToken)
        {
            Ran.TrySetResult();
            return Task.FromResult(0L);
        }

        public Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class Optimizer : IStoreOptimizer
    {
        public TaskCompletionSource Ran { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<IReadOnlyList<OptimizedStretch>> OptimizeAsync(CancellationToken cancellationToken)
        {
            Ran.TrySetResult();
            return Task.FromResult<IReadOnlyList<OptimizedStretch>>([new("waits", new(2026, 1, 1), 3, 7, TimeSpan.FromSeconds(1))]);
        }
    }

    private sealed class EndlessOptimizer : IStoreOptimizer
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Ended { get; private set; }

        public async Task<IReadOnlyList<OptimizedStretch>> OptimizeAsync(CancellationToken cancellationToken)
        {
            Begun.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return [];
            }
            finally
            {
                Ended = true;
            }
        }
    }

    private sealed class Redactor : IPostRedactor
    {
        public ConcurrentQueue<DateTimeOffset> Calls { get; } = new();

        public Task<long> RedactOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken)
        {
            Calls.Enqueue(before);
            return Task.FromResult(1L);
        }
    }
}
