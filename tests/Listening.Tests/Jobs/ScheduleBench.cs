using System.Collections.Concurrent;
using Listening.Access;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Jobs;
using Listening.Storing;
using Listening.Tests.Collecting;
using Listening.Tests.Collecting.Pulling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using Xunit;

namespace Listening.Tests.Jobs;

/// <summary>One start of the scheduler over a SQLite file, on a clock of its own, with sources that say nothing and note when they were asked.</summary>
internal sealed class ScheduleBench : IConnector, ISourceReader, ISecretReader, IRateWatch, IFactProjector, IPostRedactor, IStoreOptimizer, IAsyncDisposable
{
    private readonly IHost host;
    private readonly CommitGroups commits;
    private readonly ProjectingLoop projecting;
    private bool stopped;

    private ScheduleBench(string file, DateTimeOffset now, MemorySources sources)
    {
        (Time, Sources) = (new(now), sources);
        var store = new MemoryPostStore();
        commits = new(store);
        projecting = new(this, new MemoryProjector(store), new(), Time, NullLogger<ProjectingLoop>.Instance);
        var opening = new SourceOpening([this], this, new CurrentRegistry(new BrandRegistry([])));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<IFactProjector>(this).AddSingleton<IPostRedactor>(this).AddSingleton<IStoreOptimizer>(this);
        builder.Services.AddSingleton<ISourceList>(sources).AddSingleton<ISourceStates>(sources);
        builder.Services.AddSingleton(new SourcePuller(sources, sources, sources, opening, new(commits, projecting, Time), this, Time, NullLogger<SourcePuller>.Instance));
        builder.Services.AddJobs(JobStore.Sqlite(file), null, TimeZoneInfo.Utc);
        host = builder.Build();
    }

    public FakeTimeProvider Time { get; }

    public MemorySources Sources { get; }

    public ISourceSchedule Schedule => host.Services.GetRequiredService<ISourceSchedule>();

    /// <summary>When each run asked.</summary>
    public ConcurrentQueue<DateTimeOffset> Asked { get; } = new();

    /// <summary>How a run is answered.</summary>
    public Func<Task<PageAnswer>> Answer { get; set; } = () => Task.FromResult<PageAnswer>(SourcePage.Unchanged);

    public ConnectorDeclaration Declaration { get; } = new() { Kind = "listing", Title = "Listing", Summary = "", Account = AccountNeed.None, Sight = new(true, true, true, true), Settings = [] };

    public IReadOnlyList<SourceStream> Streams { get; } = [new("list", PageDirection.Backward)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ScheduleBench> StartAsync(string file, DateTimeOffset now, MemorySources sources)
    {
        var bench = new ScheduleBench(file, now, sources);
        await bench.host.StartAsync(Cancel);
        return bench;
    }

    /// <summary>Lets the clock go on, a second a step, until something is so; fails after twenty minutes of its time.</summary>
    public async Task UntilAsync(Func<Task<bool>> met, double step = 1)
    {
        for (var tick = 0; !await met(); tick++)
        {
            Assert.True(tick * step < 1200, "It did not come about.");
            Time.Advance(TimeSpan.FromSeconds(step));
            await Task.Delay(TimeSpan.FromMilliseconds(25), Cancel);
        }
    }

    public Task UntilAskedAsync(int times, double step = 1) => UntilAsync(() => Task.FromResult(Asked.Count >= times), step);

    /// <summary>The turns of a source; null when it has none.</summary>
    public async Task<ITrigger?> TurnsAsync(Guid source, string suffix = "") => await (await SchedulerAsync()).GetTrigger(new($"{source:N}{suffix}", "sources"), Cancel);

    public async Task<bool> HasJobAsync(Guid source) => await (await SchedulerAsync()).Exists(PullSourceJob.Key(source), Cancel);

    public async Task<bool> RestsAsync() => (await (await SchedulerAsync()).GetMetadata(Cancel)).LocalExecutingJobs == 0;

    public ISourceReader Open(SourceSettings settings) => this;

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        Asked.Enqueue(Time.GetUtcNow());
        return await Answer();
    }

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<(T Result, RateBudget? Budget)> WatchAsync<T>(Func<Task<T>> ask) => (await ask(), null);

    public Task<long> CatchUpAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

    public Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> RedactOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<OptimizedStretch>> OptimizeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task StopAsync()
    {
        stopped = true;
        return host.StopAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (!stopped) await host.StopAsync(CancellationToken.None);
        host.Dispose();
        await commits.DisposeAsync();
        projecting.Dispose();
    }

    private async Task<IScheduler> SchedulerAsync() => await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);
}
