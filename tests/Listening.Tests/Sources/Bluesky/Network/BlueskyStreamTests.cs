using System.Collections.Concurrent;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Storing;
using Listening.Tests.Collecting;
using Listening.Tests.Desk.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>The stream on Bluesky's own servers, with a Jetstream in between that is killed.</summary>
public sealed class BlueskyStreamTests(BlueskyNetwork network) : IAsyncLifetime, ISourceCursors, ISourceSchedule, IStoredPosts
{
    private readonly MemoryPostStore store = new();
    private readonly ConcurrentDictionary<string, SourceCursor> cursors = new();
    private int pulls;

    public async ValueTask InitializeAsync() => await network.ReadyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_stream_that_is_killed_goes_on_where_it_was_and_loses_nothing()
    {
        var (brand, customer) = (await network.UserAsync("acmestream"), await network.UserAsync("customer"));
        using var bench = new NetworkBench(network.Address, brand.Handle) { Brands = [new() { Name = "Acme", Handles = [$"bluesky:{brand.Handle}"], Watch = ["jezve"] }] };
        var port = PostgresServer.FreePort();
        var jetstream = await network.JetstreamAsync(port);
        var projector = new MemoryProjector(store);
        using var projecting = new ProjectingLoop(projector, projector, new(), TimeProvider.System, NullLogger<ProjectingLoop>.Instance);
        using var ended = new CancellationTokenSource();
        var following = new StreamFollower(
            new(Guid.NewGuid(), "bluesky", "bluesky") { Every = TimeSpan.FromMinutes(2), Added = TimeProvider.System.GetUtcNow() }, bench.Streaming(new($"http://127.0.0.1:{port}")),
            new(new(new(store), projecting, TimeProvider.System), this), this, this, TimeProvider.System, NullLogger<StreamFollower>.Instance).RunAsync(ended.Token);

        await Until(() => pulls == 1);
        var (asked, unrelated) = (await customer.PostAsync("my jezve is late"), await customer.PostAsync("nice weather"));
        var answer = await brand.ReplyAsync("On its way.", asked, asked);
        await Until(() => Stored(answer.Uri) is not null);
        await customer.WriteOverAsync(asked.Uri, BlueskyUser.Record("my jezve is very late"));
        await Until(() => Stored(asked.Uri)?.Text == "my jezve is very late");
        await jetstream.DisposeAsync();
        var meanwhile = await customer.PostAsync("jezve while nobody listens");
        // Of 1998: no search would find it behind what came since.
        var backdated = await customer.PostAsync("jezve of old", new(1998, 4, 1, 12, 0, 0, TimeSpan.Zero));
        await customer.DeleteAsync(asked.Uri);
        await using var again = await network.JetstreamAsync(port);
        await Until(() => pulls == 2 && Stored(meanwhile.Uri) is not null && Stored(backdated.Uri) is not null && Stored(asked.Uri)?.DeletedAt is not null);
        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        Assert.Null(Stored(unrelated.Uri));
        Assert.NotNull(store.Posts.Select(one => one.Post).First(post => post.Text == "my jezve is very late").EditedAt);
        Assert.Equal((brand.Handle, asked.Uri), Stored(answer.Uri) is { } reply ? (reply.Author.Handle, reply.InReplyTo) : default);
        Assert.True(cursors.ContainsKey(StreamFollower.Stream));
    }

    Task<SourceCursor> ISourceCursors.ReadAsync(Guid source, string stream, CancellationToken cancellationToken) => Task.FromResult(cursors.GetValueOrDefault(stream) ?? new());

    Task ISourceCursors.SaveAsync(Guid source, string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken)
    {
        cursors[stream] = cursor;
        return Task.CompletedTask;
    }

    Task ISourceSchedule.SetAsync(Guid source, CancellationToken cancellationToken) => Task.CompletedTask;

    Task ISourceSchedule.RunNowAsync(Guid source, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref pulls);
        return Task.CompletedTask;
    }

    Task<IReadOnlyList<Post>> IStoredPosts.NewestAsync(IReadOnlyList<PostId> posts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Post>>([.. posts.Select(post => Stored(post.Id)).OfType<Post>().Where(post => post.DeletedAt is null)]);

    private Post? Stored(string id) => store.Posts.LastOrDefault(one => one.Post.Identity.Id == id)?.Post;

    private static async Task Until(Func<bool> holds)
    {
        for (var turn = 0; !holds(); turn++)
        {
            Assert.True(turn < 600, "It did not come to that within half a minute.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
