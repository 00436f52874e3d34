using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Collecting.Pulling;
using Listening.Sources.Mastodon;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Sources.Contract;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Mastodon;

/// <summary>What lies between two polls is read on from the mark, page by page.</summary>
public sealed class MastodonForwardTests : IAsyncDisposable
{
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly List<(string Id, JsonNode Entry)> statuses = [];
    private SourceBench bench = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Nothing_is_lost_or_twice_whatever_comes_between_polls_and_wherever_a_run_breaks_off_and_since_id_would_lose_some(int seed)
    {
        bench = await SourceBench.StartAsync(request => MastodonTimeline.Answer(request, statuses.Select(status => (status.Id, status.Entry.DeepClone())), 40));
        var chance = new Random(seed);
        var (careful, careless) = (new MemoryPullStore(), new MemoryPullStore());
        for (var poll = 0; poll < 7; poll++)
        {
            time.Advance(TimeSpan.FromMinutes(chance.Next(2, 40)));
            Arrive(poll == 0 ? 10 : chance.Next(0, 501));
            await InterruptedAsync(chance, careful);
            await PullAsync(new SinceIdReader(bench), careless);
        }

        while ((await PullAsync(Open(), careful)).Cut) { }

        var texts = careful.Batches.SelectMany(batch => batch.Posts).Select(post => (post.Post.Identity.Id, post.Post.Text)).Distinct().ToList();
        Assert.Equal(statuses.Select(status => (string)status.Entry["uri"]!).Order(StringComparer.Ordinal), texts.Select(text => text.Id).Order(StringComparer.Ordinal));
        Assert.Equal(statuses.Count, careful.Posts.Count);
        Assert.True(careless.Posts.Count < statuses.Count, "since_id lost nothing, so this proves nothing");
        Assert.Empty(careful.Gaps);
    }

    [Fact]
    public async Task When_reading_on_gives_nothing_although_there_is_more_a_later_run_walks_down_from_the_newest_page()
    {
        var blind = false;
        bench = await SourceBench.StartAsync(request => blind && request.Query.ContainsKey("min_id")
            ? new("[]")
            : MastodonTimeline.Answer(request, statuses.Select(status => (status.Id, status.Entry.DeepClone())), 40));
        var store = new MemoryPullStore();
        Arrive(10);
        await PullAsync(Open(), store);
        blind = true;
        time.Advance(TimeSpan.FromMinutes(5));
        Arrive(130);

        for (var run = 0; run < 5; run++) await PullAsync(Open(), store);

        Assert.Equal(140, store.Posts.Count);
        blind = false;
        Arrive(3);
        await PullAsync(Open(), store);
        Assert.Equal(143, store.Posts.Count);
    }

    [Fact]
    public async Task What_comes_in_late_below_the_mark_is_found_by_the_overlap()
    {
        bench = await SourceBench.StartAsync(request => MastodonTimeline.Answer(request, statuses.Select(status => (status.Id, status.Entry.DeepClone())), 40));
        var store = new MemoryPullStore();
        Arrive(5);
        await PullAsync(Open(), store);
        time.Advance(TimeSpan.FromHours(1));
        Arrive(5);
        await PullAsync(Open(), store);
        // Made half an hour ago elsewhere, here only now.
        var made = time.GetUtcNow().AddMinutes(-30);
        var id = MastodonTimeline.Id(made, 0).ToString(CultureInfo.InvariantCulture);
        statuses.Add((id, MastodonTimeline.Status(id, "late", made)));
        await PullAsync(Open(), store);
        Assert.Equal(10, store.Posts.Count);

        time.Advance(TimeSpan.FromHours(1));
        await PullAsync(Open(), store);

        Assert.Equal(11, store.Posts.Count);
    }

    private static async Task<PullReport> PullAsync(FakeTimeProvider time, ISourceReader reader, MemoryPullStore store, int pages = 60) =>
        await new PullRun(reader, store, time).RunAsync(reader.Streams[0], store.Cursor(reader.Streams[0].Name), new() { Pages = pages }, Cancel);

    private Task<PullReport> PullAsync(ISourceReader reader, MemoryPullStore store) => PullAsync(time, reader, store);

    // A run that ends by the source's fault, the store's or a crash before the cursor is saved; or with its budget.
    private async Task InterruptedAsync(Random chance, MemoryPullStore store)
    {
        var (kind, at, calls) = (chance.Next(5), chance.Next(1, 8), 0);
        void Break(int wanted)
        {
            if (kind == wanted && ++calls == at) throw new IOException("broken off");
        }

        bench.Stub.Fault = async (_, context, _) =>
        {
            if (kind != 1 || ++calls != at) return false;
            await StubServer.WriteAsync(context, new("", Status: 502));
            return true;
        };
        (store.BeforeStore, store.BeforeSave) = (() => Break(2), _ => Break(3));
        try
        {
            await PullAsync(time, Open(), store, kind == 4 ? at : 60);
        }
        catch (IOException)
        {
            Assert.InRange(kind, 2, 3);
        }

        bench.Stub.Fault = (_, _, _) => Task.FromResult(false);
        (store.BeforeStore, store.BeforeSave) = (() => { }, _ => { });
    }

    private void Arrive(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var above = statuses.Count == 0 ? 0 : statuses.Max(status => ulong.Parse(status.Id, CultureInfo.InvariantCulture));
            var id = MastodonTimeline.Id(time.GetUtcNow(), above).ToString(CultureInfo.InvariantCulture);
            statuses.Add((id, MastodonTimeline.Status(id, $"Post {statuses.Count}", time.GetUtcNow())));
        }
    }

    private ISourceReader Open() => new MastodonConnector(bench.Http, TimeProvider.System).Open(new("mastodon", new Dictionary<string, string> { ["server"] = bench.Stub.Address.AbsoluteUri, ["hashtags"] = "train" }));

    /// <summary>As many clients do it: the newest posts above the mark, and the mark moves to the newest of them.</summary>
    private sealed class SinceIdReader(SourceBench bench) : ISourceReader
    {
        private readonly MastodonPosts posts = new(new(bench.Http, bench.Stub.Address, "example.org", null, new()));

        public IReadOnlyList<SourceStream> Streams { get; } = [new("tag", PageDirection.Forward)];

        public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
        {
            var since = request.After is null ? "" : $"&since_id={request.After}";
            // Its own credential, so that it takes none of the other's turns.
            var answer = await bench.Http.SendAsync(new(new(bench.Stub.Address, $"api/v1/timelines/tag/train?limit=40{since}")) { Credential = "careless", Rate = new(1000, TimeSpan.FromMinutes(1)) }, cancellationToken);
            var page = JsonSerializer.Deserialize<JsonElement>(answer.Body.Span).EnumerateArray().ToList();
            return new SourcePage([.. page.Select(status => new PageItem(posts.Of(status)!))], page.Count == 0 ? PageEnd.Complete : PageEnd.More)
            {
                Next = page.Count == 0 ? null : page[0].GetProperty("id").GetString(),
            };
        }
    }
}
