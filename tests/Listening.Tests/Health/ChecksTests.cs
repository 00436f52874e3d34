using Listening.Collecting;
using Listening.Store.Engine;
using Listening.Store.Reading;
using Listening.Storing;
using Listening.Tests.Desk;
using Listening.Tests.Security;
using Listening.Tests.Store;
using Listening.Web.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Health;

/// <summary>Each check with what it is there to find, on the real engine.</summary>
public sealed class ChecksTests(EngineFixture engine)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closed_store_cannot_serve()
    {
        var published = await engine.FreshDatabaseAsync();
        var health = new StoreHealth(new FactReader(published, new CurrentRevision()));
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(health)).Status);

        await published.DisposeAsync();

        var found = await AskAsync(health);
        Assert.Equal((HealthStatus.Unhealthy, "The store is closed."), (found.Status, found.Description));
    }

    [Fact]
    public async Task Projecting_that_fails_is_a_warning_with_its_error_and_its_next_try()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.ProjectAsync();
        var time = new FakeTimeProvider(Some.Instant);
        using var loop = new ProjectingLoop(new FailingProjector(), store.Room.Facts, new Revisions(), time, NullLogger<ProjectingLoop>.Instance);
        using var ended = new CancellationTokenSource();
        var running = loop.RunAsync(ended.Token);
        while (loop.State.Failures == 0) await Task.Yield();

        var found = await AskAsync(new ProjectingHealth(loop, store.Projector, time));
        await ended.CancelAsync();
        await running;

        Assert.Equal(HealthStatus.Degraded, found.Status);
        Assert.StartsWith("Posts do not become facts: 1 runs failed in a row.", found.Description, StringComparison.Ordinal);
        Assert.Equal(("no room", Some.Instant + TimeSpan.FromSeconds(1)), (found.Data["lastError"], found.Data["nextTry"]));
        Assert.Equal(0L, found.Data["behind"]);
    }

    [Fact]
    public async Task Facts_that_are_old_are_a_warning_with_how_many_versions_wait()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await store.ProjectAsync();
        var time = new FakeTimeProvider(Some.Instant);
        using var loop = new ProjectingLoop(store.Projector, store.Room.Facts, new Revisions(), time, NullLogger<ProjectingLoop>.Instance);
        await loop.CatchUpAsync(Cancelled);
        var health = new ProjectingHealth(loop, store.Projector, time);
        await store.StoreAsync(Collected("1"), Collected("2"));
        Assert.Equal((HealthStatus.Healthy, 2L), ((await AskAsync(health)).Status, (await AskAsync(health)).Data["behind"]));

        time.Advance(TimeSpan.FromMinutes(3));

        var found = await AskAsync(health);
        Assert.Equal((HealthStatus.Degraded, "The facts are 180 s behind: 2 stored versions wait."), (found.Status, found.Description));
    }

    [Fact]
    public async Task A_schema_of_a_newer_program_cannot_be_served()
    {
        await using var store = await OpenStore.NewAsync(engine);
        await using var desk = new DeskFile();
        await desk.InitializeAsync();
        var health = new SchemaHealth(store.Room, desk.Store);
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(health)).Status);
        using var block = new NativeBlock(1).Add("name", ["9999_Newer.sql"]).Add("statement", [0u]).Add("hash", ["x"]).Add("done", [true]).Add("at", [Some.Instant]);
        await store.Main.InsertAsync("schema_journal", block, Cancelled);

        var found = await AskAsync(health);

        Assert.Equal((HealthStatus.Unhealthy, "The data was written by a newer version of the program."), (found.Status, found.Description));
        Assert.Equal(["9999_Newer.sql"], (string[])found.Data["unknown"]);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_or_jumps_is_a_warning()
    {
        await using var store = await OpenStore.NewAsync(engine);
        var time = new SettableTime();
        var health = new ClockHealth(store.Room.Facts, time);
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(health)).Status);

        time.Now += TimeSpan.FromMinutes(10);
        var jumped = await AskAsync(health);
        time.Now -= TimeSpan.FromMinutes(10);
        Assert.Equal(HealthStatus.Healthy, (await AskAsync(health)).Status);
        // Stored at the machine's own clock, long after the instant of the fake one.
        await store.StoreAsync(Collected("1"));
        var back = await AskAsync(health);

        Assert.Equal((HealthStatus.Degraded, "The clock has jumped by 600 s since the start (or the machine slept)."), (jumped.Status, jumped.Description));
        Assert.Equal(HealthStatus.Degraded, back.Status);
        Assert.EndsWith("it was set back.", back.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_with_little_room_is_a_warning_and_one_with_less_than_the_minimum_is_full()
    {
        var free = new DiskSpace(Path.GetTempPath(), 0).Free;

        Assert.Equal(
            [HealthStatus.Healthy, HealthStatus.Degraded, HealthStatus.Unhealthy],
            new[] { free / 1000, free / 2, free * 2 }.Select(minimum => DiskHealth.Look(new DiskSpace(Path.GetTempPath(), minimum)).Status));
        Assert.Equal(HealthStatus.Unhealthy, DiskHealth.Look(new DiskSpace("/nowhere-at-all", 0)).Status);
    }

    [Fact]
    public void What_changes_is_logged_once()
    {
        using var log = new CapturedLog();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        using var watch = new HealthWatch(null!, TimeProvider.System, loggers.CreateLogger<HealthWatch>());
        foreach (var status in new[] { "ok", "warning", "warning", "failed", "failed", "ok", "ok" })
            watch.Note(new HealthView("", [new("disk", status, $"is {status}.", null, new Dictionary<string, object>())]));

        Assert.Equal(
            ["Somebody should look, disk: is warning. (null)", "It cannot serve, disk: is failed. (null)", "Well again, disk: is ok."],
            log.Text.Split('\n').Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim()));
    }

    private static CollectedPost Collected(string id) => new(Some.Post(id), Some.Instant, Arrival.Live);

    private static Task<HealthCheckResult> AskAsync(IHealthCheck check) => check.CheckHealthAsync(new HealthCheckContext(), Cancelled);

    // A clock that somebody sets: what counts the time that passes does not move.
    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Some.Instant;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 0;
    }

    [Fact]
    public async Task A_check_that_blocks_its_thread_is_not_waited_for()
    {
        using var freed = new ManualResetEventSlim();
        var time = new FakeTimeProvider(Some.Instant);
        var asking = Task.Run(() => AskAsync(new InTime(new BlockingCheck(freed), time)), Cancelled);
        try
        {
            // The waiting may begin after the clock was moved.
            for (var i = 0; i < 200 && !asking.IsCompleted; i++)
            {
                time.Advance(InTime.Longest);
                await Task.Delay(20, Cancelled);
            }

            Assert.True(asking.IsCompleted, "It waits for a check that blocks.");
            Assert.Equal(HealthStatus.Unhealthy, (await asking).Status);
        }
        finally
        {
            freed.Set();
        }
    }

    private sealed class BlockingCheck(ManualResetEventSlim freed) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            freed.Wait(cancellationToken);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
    }

    private sealed class FailingProjector : IFactProjector
    {
        public Task<long> CatchUpAsync(CancellationToken cancellationToken) => throw new IOException("no room");

        public Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken) => throw new IOException("no room");
    }
}
