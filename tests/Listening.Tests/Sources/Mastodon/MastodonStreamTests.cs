using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Sources.Mastodon;
using Listening.Storing;
using Listening.Tests.Collecting;
using Listening.Tests.Sources.Contract;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Listening.Tests.Sources.Mastodon;

/// <summary>The stream of a Mastodon server that repeats nothing, and the pulls behind it.</summary>
public sealed class MastodonStreamTests : IAsyncLifetime, ISourceCursors, ISourceSchedule, IStoredPosts, IPullStore
{
    private const string Tag = "/hashtag?tag=train";
    private readonly MastodonVillage village = new() { Now = TimeProvider.System.GetUtcNow().AddHours(-1) };
    private readonly MastodonBroadcast broadcast = new();
    private readonly MemoryPostStore store = new();
    private readonly ConcurrentDictionary<string, SourceCursor> cursors = new();
    private SourceBench bench = null!;
    private CollectingPipeline pipeline = null!;
    private int pulls;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bench = await SourceBench.StartAsync(request =>
        {
            lock (village) return village.Answer(request);
        });
        bench.Stub.Fault = (_, context, _) => broadcast.ServeAsync(context);
    }

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_stream_that_is_killed_and_opened_again_loses_nothing()
    {
        var projector = new MemoryProjector(store);
        using var projecting = new ProjectingLoop(projector, projector, new(), TimeProvider.System, NullLogger<ProjectingLoop>.Instance);
        await using var commits = new CommitGroups(store);
        pipeline = new(commits, projecting, TimeProvider.System);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var source = new ConfiguredSource(Guid.NewGuid(), "village", "mastodon") { Every = TimeSpan.FromMinutes(2), Added = TimeProvider.System.GetUtcNow() };
        var following = new StreamFollower(source, (IStreamReader)Open(live: true), new(pipeline, this), this, this, TimeProvider.System, NullLogger<StreamFollower>.Instance).RunAsync(ended.Token);

        await Until(() => pulls == 1);
        var asked = Write("ana", "where is it #train");
        Tell(Tag, "update", asked);
        await Until(() => Stored("ana", asked)?.Text == "where is it #train");
        Assert.Equal("late again #train", await EditedAsync(asked));
        var named = Write("ben", "@acme hello", asked);
        broadcast.Tell("/user/notification", "notification", Notification("mention", named));
        broadcast.Tell("/user/notification", "notification", Notification("favourite", asked));
        var secret = Write("zoe", "@acme between us", visibility: "direct");
        broadcast.Tell("/user/notification", "notification", Notification("mention", secret));
        broadcast.Tell(Tag, "update", "{ no status");
        var removed = Write("eve", "gone soon #train");
        Tell(Tag, "update", removed);
        await Until(() => Stored("ben", named)?.InReplyTo == MastodonVillage.Uri("ana", asked) && Stored("eve", removed) is not null);
        lock (village) village.Statuses.RemoveAll(status => (string?)status["id"] == removed);
        broadcast.Tell(Tag, "delete", removed);
        await Until(() => Stored("eve", removed)?.DeletedAt is not null);

        // One of two connections is enough to open both again.
        broadcast.Kill();
        var missed = Enumerable.Range(0, 90).Select(number => Write("ana", $"nobody heard number {number} #train")).ToList();
        await Until(() => pulls == 2 && broadcast.Opened == 4);
        var after = Write("ben", "heard again #train");
        Tell(Tag, "update", after);
        await Until(() => missed.TrueForAll(id => Stored("ana", id) is not null) && Stored("ben", after) is not null);
        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
        Assert.Null(Stored("zoe", secret));
        Assert.Equal(missed.Count + 4, store.Posts.DistinctBy(one => one.Post.Identity).Count());
    }

    [Fact]
    public void Listening_live_needs_a_token()
    {
        Assert.Equal("token", Assert.Throws<SourceSettingsException>(() => Open(live: true, token: null)).Setting);
        Assert.False(Open(live: false) is IStreamReader);
    }

    [Fact]
    public async Task A_server_that_does_not_stream_says_so_and_one_that_streams_elsewhere_is_asked_there()
    {
        bench.Stub.Fault = (_, _, _) => Task.FromResult(false);
        Assert.Equal(FailureKind.Misconfigured, Assert.IsType<StreamFailed>(await FirstAsync()).Failure.Kind);

        await using var elsewhere = await StubServer.StartAsync();
        elsewhere.Fault = (_, context, _) => broadcast.ServeAsync(context);
        var told = new UriBuilder(elsewhere.Address) { Scheme = "ws" }.Uri.AbsoluteUri;
        bench.Stub.Answer = request => request.Path == "/api/v2/instance" ? new(new JsonObject { ["configuration"] = new JsonObject { ["urls"] = new JsonObject { ["streaming"] = told } } }.ToJsonString()) : village.Answer(request);
        Assert.IsType<StreamOpened>(await FirstAsync());
        Assert.Equal(2, broadcast.Opened);
    }

    Task<SourceCursor> ISourceCursors.ReadAsync(Guid source, string stream, CancellationToken cancellationToken) => Task.FromResult(cursors.GetValueOrDefault(stream) ?? new());

    Task ISourceCursors.SaveAsync(Guid source, string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken) => ((IPullStore)this).SaveAsync(stream, cursor, gap, cancellationToken);

    Task IPullStore.SaveAsync(string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken)
    {
        cursors[stream] = cursor;
        return Task.CompletedTask;
    }

    Task<StoreReceipt> IPullStore.StoreAsync(PostBatch batch, CancellationToken cancellationToken) => pipeline.AcceptAsync(batch, cancellationToken);

    Task ISourceSchedule.SetAsync(Guid source, CancellationToken cancellationToken) => Task.CompletedTask;

    async Task ISourceSchedule.RunNowAsync(Guid source, CancellationToken cancellationToken)
    {
        var reader = Open(live: false);
        foreach (var stream in reader.Streams.Where(stream => stream.Direction == PageDirection.Forward))
            await new PullRun(reader, this, TimeProvider.System).RunAsync(stream, cursors.GetValueOrDefault(stream.Name) ?? new(), new(), cancellationToken);
        pulls++;
    }

    Task<IReadOnlyList<Post>> IStoredPosts.NewestAsync(IReadOnlyList<PostId> posts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Post>>([.. store.Posts.Select(one => one.Post).Reverse().DistinctBy(post => post.Identity).Where(post => posts.Contains(post.Identity))]);

    private async Task<string?> EditedAsync(string id)
    {
        JsonNode status;
        lock (village) status = village.Statuses.Single(one => (string?)one["id"] == id);
        status["content"] = "<p>late again #train</p>";
        status["edited_at"] = village.Now.AddSeconds(1).ToString("O");
        Tell(Tag, "status.update", id);
        await Until(() => Stored("ana", id)?.EditedAt is not null);
        return Stored("ana", id)?.Text;
    }

    private string Write(string author, string text, string? inReplyTo = null, string visibility = "public")
    {
        lock (village) return village.Write(author, text, inReplyTo, visibility);
    }

    private void Tell(string stream, string type, string id) => broadcast.Tell(stream, type, Status(id));

    private string Notification(string type, string id) => $$"""{"id":"{{id}}","type":"{{type}}","status":{{Status(id)}}}""";

    private string Status(string id)
    {
        lock (village) return village.Statuses.Single(status => (string?)status["id"] == id).ToJsonString();
    }

    private Post? Stored(string author, string id) => store.Posts.LastOrDefault(one => one.Post.Identity.Id == MastodonVillage.Uri(author, id))?.Post;

    private async Task<StreamEvent> FirstAsync()
    {
        await foreach (var one in ((IStreamReader)Open(live: true)).ReadAsync(null, Cancel)) return one;
        throw new InvalidOperationException("The stream said nothing.");
    }

    private ISourceReader Open(bool live, string? token = ConnectorStub.Secret)
    {
        var values = new Dictionary<string, string> { ["server"] = bench.Stub.Address.AbsoluteUri, ["hashtags"] = "train", ["domain"] = "example.org", ["live"] = live ? "true" : "false" };
        if (token is not null) values["token"] = token;
        return new MastodonConnector(bench.Http, TimeProvider.System).Open(new("mastodon", values));
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var turn = 0; !holds(); turn++)
        {
            Assert.True(turn < 600, "It did not come to that within half a minute.");
            await Task.Delay(50, Cancel);
        }
    }
}
