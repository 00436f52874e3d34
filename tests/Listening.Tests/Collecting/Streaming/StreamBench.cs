using System.Runtime.CompilerServices;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Storing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Collecting.Streaming;

/// <summary>A stream that tells what a test says, and everything behind it in memory.</summary>
internal sealed class StreamBench : IStreamReader, ISourceCursors, ISourceSchedule, IStoredPosts, IDisposable
{
    private readonly Queue<StreamEvent[]> connections = new();
    private readonly CancellationTokenSource ended = new();
    private readonly ProjectingLoop projecting;

    public StreamBench()
    {
        var projector = new MemoryProjector(Store);
        projecting = new(projector, projector, new(), Time, NullLogger<ProjectingLoop>.Instance);
        Intake = new(new(new(Store), projecting, Time), this);
    }

    public FakeTimeProvider Time { get; } = new(Some.Instant);

    public MemoryPostStore Store { get; } = new();

    public StreamIntake Intake { get; }

    /// <summary>Where each connection was asked to go on from.</summary>
    public List<string?> From { get; } = [];

    public List<string?> Saved { get; } = [];

    public int Pulls { get; private set; }

    /// <summary>Follows connections that tell this one after the other; then the stream stays silent.</summary>
    public async Task FollowAsync(params StreamEvent[][] told)
    {
        foreach (var connection in told) connections.Enqueue(connection);
        var source = new ConfiguredSource(Guid.NewGuid(), "source", "kind") { Every = TimeSpan.FromMinutes(1), Added = Some.Instant };
        var following = new StreamFollower(source, this, Intake, this, this, Time, NullLogger<StreamFollower>.Instance).RunAsync(ended.Token);
        while (From.Count <= told.Length)
        {
            await Task.Delay(5);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        await ended.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async IAsyncEnumerable<StreamEvent> ReadAsync(StreamPosition? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        From.Add(from?.Text);
        await Task.Yield();
        if (connections.TryDequeue(out var told))
            foreach (var one in told)
                yield return one;
        else
            await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    public Task<SourceCursor> ReadAsync(Guid source, string stream, CancellationToken cancellationToken) => Task.FromResult(new SourceCursor { Watermark = Saved.LastOrDefault() });

    public Task SaveAsync(Guid source, string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken)
    {
        Saved.Add(cursor.Watermark);
        return Task.CompletedTask;
    }

    public Task SetAsync(Guid source, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RunNowAsync(Guid source, CancellationToken cancellationToken)
    {
        Pulls++;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Post>> NewestAsync(IReadOnlyList<PostId> posts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Post>>([.. Store.Posts.Select(one => one.Post).Where(post => posts.Contains(post.Identity)).DistinctBy(post => post.Identity)]);

    public void Dispose()
    {
        projecting.Dispose();
        ended.Dispose();
    }
}
