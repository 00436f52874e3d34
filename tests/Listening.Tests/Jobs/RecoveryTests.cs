using Listening.Collecting.Pulling;
using Listening.Jobs;
using Listening.Storing;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Desk.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Jobs;

/// <summary>A job that was killed in the middle is run again, besides the run of every start.</summary>
public sealed class RecoveryTests(PostgresFixture postgres) : IDisposable
{
    private static readonly DateTimeOffset Evening = new(2026, 3, 2, 20, 0, 30, TimeSpan.Zero);
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task In_SQLite_by_the_next_start()
    {
        using var killed = new Node(JobStore.Sqlite(directory.File("jobs.db")), blocks: true);
        await killed.RunsAsync(1);
        // What lies on the disk at this instant is what kill -9 leaves.
        File.Copy(directory.File("jobs.db"), directory.File("left.db"));

        using var next = new Node(JobStore.Sqlite(directory.File("left.db")), blocks: false);
        await next.RunsAsync(2);
        await next.StopAsync();
        await killed.StopAsync();
    }

    [Fact]
    public async Task In_PostgreSQL_by_another_process_that_still_runs()
    {
        var where = JobStore.Postgres((await postgres.FreshDatabaseAsync()).ConnectionString);
        // Its clock stands from here on, so it never looks in again: dead, as far as anybody can see.
        using var killed = new Node(where, blocks: true);
        await killed.RunsAsync(1);

        using var other = new Node(where, blocks: false);
        await other.RunsAsync(2);
        await other.StopAsync();
        await killed.StopAsync();
    }

    private sealed class Node : IPostRedactor, IFactProjector, IStoreOptimizer, IDisposable
    {
        private readonly FakeTimeProvider time = new(Evening);
        private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly IHost host;
        private readonly Task started;
        private int runs;

        public Node(JobStore where, bool blocks)
        {
            if (!blocks) end.SetResult();
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
            builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IFactProjector>(this).AddSingleton<IPostRedactor>(this).AddSingleton<IStoreOptimizer>(this);
            builder.Services.AddSingleton<ISourceList>(new MemorySources()).AddSingleton<ISourceStates>(new MemorySources());
            builder.Services.AddJobs(where, TimeSpan.FromDays(30), TimeZoneInfo.Utc);
            host = builder.Build();
            started = host.StartAsync(Cancelled);
        }

        public async Task<long> RedactOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref runs);
            await end.Task;
            return 0;
        }

        public Task<long> CatchUpAsync(CancellationToken cancellationToken) => Task.FromResult(0L);

        public Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<OptimizedStretch>> OptimizeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        /// <summary>Lets its clock go on until posts expired so often.</summary>
        public async Task RunsAsync(int expected)
        {
            await started;
            for (var tick = 0; Volatile.Read(ref runs) < expected && tick < 400; tick++)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(TimeSpan.FromMilliseconds(50), Cancelled);
            }

            Assert.Equal(expected, Volatile.Read(ref runs));
        }

        public async Task StopAsync()
        {
            end.TrySetResult();
            await host.StopAsync(Cancelled);
        }

        public void Dispose() => host.Dispose();
    }
}
