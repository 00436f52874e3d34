using Listening.Access;
using Listening.Brands;
using Listening.Collecting.Following;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Conversations;
using Listening.Sources.Mastodon;
using Listening.Store.Reading;
using Listening.Storing;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Mastodon;

/// <summary>The answers to an open conversation are read again, without any listing that shows them.</summary>
public sealed class MastodonFollowTests(EngineFixture engine)
{
    private static readonly BrandRegistry Registry = new(
    [
        new Brand { Name = "Acme", Kind = BrandKind.Own, Handles = ["mastodon:acme@example.org"], Watch = ["acme"] },
        new Brand { Name = "Rival", Kind = BrandKind.Competitor, Handles = ["mastodon:rival@example.org"] },
    ]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_from_elsewhere_ends_the_wait_and_a_question_that_is_gone_leaves_the_backlog()
    {
        var village = new MastodonVillage();
        await using var bench = await SourceBench.StartAsync(village.Answer);
        await using var first = await OpenStore.NewAsync(engine);
        await using var store = await first.AgainAsync(Registry);
        var time = new FakeTimeProvider(village.Now);
        var sources = new MemorySources();
        var source = new ConfiguredSource(Guid.NewGuid(), "village", "mastodon")
        {
            Every = TimeSpan.FromMinutes(1),
            Added = village.Now,
            Values = new Dictionary<string, string> { ["server"] = bench.Stub.Address.AbsoluteUri, ["hashtags"] = "train", ["domain"] = "example.org" },
        };
        sources.Sources[source.Id] = source;
        var opening = new SourceOpening([new MastodonConnector(bench.Http, TimeProvider.System)], new NoSecrets(), new CurrentRegistry(Registry));
        await using var commits = new CommitGroups(store.Room.Posts);
        using var projecting = new ProjectingLoop(store.Projector, store.Room.Facts, new(), time, NullLogger<ProjectingLoop>.Instance);
        var pipeline = new CollectingPipeline(commits, projecting, time);
        var open = new OpenConversations(store.Room.Facts);
        var follower = new ConversationFollower(
            open, sources, sources, opening, new StreamIntake(pipeline, store.Room.Stored), store.Room.Stored, time, NullLogger<ConversationFollower>.Instance);

        var answered = village.Write("ana", "acme, which platform? #train");
        var deleted = village.Write("ben", "acme, where is my train? #train");
        time.SetUtcNow(village.Now);
        var puller = new SourcePuller(sources, sources, sources, opening, pipeline, bench.Http.Rates, time, NullLogger<SourcePuller>.Instance);
        Assert.Null((await puller.PullAsync(source.Id, now: true, Cancel))!.Failure);
        await store.ProjectAsync();
        Assert.Equal(2, (await open.ReadAsync(village.Now.AddHours(-1), 10, Cancel)).Count);
        Assert.Equal(0, await follower.FollowAsync(Cancel));

        village.Write("rival", "Platform 4.", answered);
        village.Write("acme", "Platform 2, in five.", answered);
        var answeredAt = village.Now;
        village.Statuses.RemoveAll(status => (string?)status["id"] == deleted);
        time.SetUtcNow(village.Now.AddMinutes(1));
        Assert.Equal(2, await follower.FollowAsync(Cancel));
        await store.ProjectAsync();

        var wait = Assert.Single(await WaitsAsync(store, "ana", answered));
        Assert.Equal((answeredAt, answeredAt.AddSeconds(-10), "Rival"), (wait.ClosedAt!.Value, wait.RivalAt!.Value, wait.Rival));
        Assert.Equal(time.GetUtcNow(), Assert.Single(await WaitsAsync(store, "ben", deleted)).CensoredAt);
        Assert.Empty(await open.ReadAsync(village.Now.AddHours(-1), 10, Cancel));
    }

    private static Task<List<Wait>> WaitsAsync(OpenStore store, string author, string id) => store.WaitsAsync(MastodonVillage.Uri(author, id));

    private sealed class NoSecrets : ISecretReader
    {
        public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
    }
}
