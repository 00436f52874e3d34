using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Conversations;
using Listening.Sources.Mastodon;
using Listening.Storing;
using Listening.Tests.Store;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Mastodon;

/// <summary>From the server's page to the wait: pulled, stored, projected.</summary>
public sealed class MastodonRaceTests(EngineFixture engine)
{
    private static readonly BrandRegistry Registry = new(
    [
        new Brand { Name = "Acme", Kind = BrandKind.Own, Handles = ["mastodon:acme@example.org"], Watch = ["acme"] },
        new Brand { Name = "Rival", Kind = BrandKind.Competitor, Handles = ["mastodon:rival@example.org"], Watch = ["rival"] },
    ]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_that_our_account_wrote_elsewhere_and_a_competitors_end_their_waits_in_one_cycle()
    {
        var village = new MastodonVillage();
        await using var bench = await SourceBench.StartAsync(village.Answer);
        await using var first = await OpenStore.NewAsync(engine);
        await using var store = await first.AgainAsync(Registry);
        var (time, cursors) = (new FakeTimeProvider(village.Now), new Dictionary<string, SourceCursor>());
        var question = village.Write("ana", "acme or rival, which of you brings me home? #train");
        await CycleAsync(bench, store, time, cursors, village);
        Assert.Equal([("Acme", null), ("Rival", null)], (await WaitsAsync(store, question)).Select(wait => (wait.Brand, wait.RepliedAt)));

        village.Now = village.Now.AddMinutes(3);
        village.Write("rival", "Platform 4, in ten minutes.", question);
        var rivalAt = village.Now;
        village.Write("acme", "Platform 2, in five.", question);
        await CycleAsync(bench, store, time, cursors, village);

        var waits = await WaitsAsync(store, question);
        Assert.Equal([("Acme", village.Now), ("Rival", rivalAt)], waits.Select(wait => (wait.Brand, wait.ClosedAt!.Value)));
    }

    private static async Task<List<Wait>> WaitsAsync(OpenStore store, string id) =>
        [.. (await store.ConversationAsync(MastodonVillage.Uri("ana", id)))!.Waits.OrderBy(wait => wait.Brand, StringComparer.Ordinal)];

    private static async Task CycleAsync(SourceBench bench, OpenStore store, FakeTimeProvider time, Dictionary<string, SourceCursor> cursors, MastodonVillage village)
    {
        time.SetUtcNow(village.Now.AddSeconds(30));
        var reader = new MastodonConnector(bench.Http, TimeProvider.System).Open(new("mastodon", new Dictionary<string, string>
        {
            ["server"] = bench.Stub.Address.AbsoluteUri, ["hashtags"] = "train", ["domain"] = "example.org",
        }) { Brands = Registry.Brands });
        foreach (var stream in reader.Streams)
        {
            var report = await new PullRun(reader, new Store(store, cursors), time).RunAsync(stream, cursors.GetValueOrDefault(stream.Name) ?? new(), new(), Cancel);
            Assert.Null(report.Failure);
        }

        await store.ProjectAsync();
    }

    private sealed class Store(OpenStore store, Dictionary<string, SourceCursor> cursors) : IPullStore
    {
        public async Task<StoreReceipt> StoreAsync(PostBatch batch, CancellationToken cancellationToken) => (await store.Room.Posts.StoreAsync([batch], cancellationToken))[0];

        public Task SaveAsync(string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken)
        {
            cursors[stream] = cursor;
            return Task.CompletedTask;
        }
    }
}
