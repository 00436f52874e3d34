using Listening.Brands;
using Listening.Collecting;
using Listening.Store.Engine;
using Listening.Store.Posts;
using Listening.Store.Redaction;
using Listening.Store.Schema;
using Listening.Storing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Store.Redaction;

public sealed class PostRedactorTests(EngineFixture engine) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Before = Now.AddDays(-30);
    private readonly Projector projector = new();
    private EmbeddedClickHouse? database;
    private EmbeddedClickHouse? published;
    private PostStore? posts;
    private PostRedactor? redactor;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await engine.FreshDatabaseAsync();
        published = await engine.FreshDatabaseAsync();
        var time = new FakeTimeProvider(Now);
        await new SchemaMigrations(database, database.Database, published.Database, time).ApplyAsync(Cancelled);
        var order = await ArrivalOrder.RecoverAsync(database, Cancelled);
        posts = new PostStore(database, order, time, stored: null);
        var registry = new BrandRegistry([new Brand { Name = "Acme", Kind = BrandKind.Own, Handles = ["mastodon:acme"], Watch = ["acme trains"], Exclude = ["coyote"] }]);
        redactor = new PostRedactor(database, order, new(registry), projector);
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
        if (published is not null) await published.DisposeAsync();
    }

    [Fact]
    public async Task Old_words_and_names_leave_the_disk_and_what_they_said_stays()
    {
        await StoreAsync(
            Named("old", "Acme trains lost my bag, says the coyote", Before.AddSeconds(-1)),
            Named("edited", "first words", Before.AddDays(-9)),
            Named("edited", "second words", Before.AddDays(-9)) with { EditedAt = Before.AddDays(-8) },
            Named("young", "words of yesterday", Before));

        Assert.Equal(3, await redactor!.RedactOlderThanAsync(Before, Cancelled));

        var stored = string.Join('\n', (await RowsAsync("SELECT raw FROM post_versions")).Select(row => row.Get<string>("raw")));
        foreach (var gone in (string[])["lost my bag", "first words", "second words"]) Assert.DoesNotContain(gone, stored, StringComparison.Ordinal);
        Assert.Contains("words of yesterday", stored, StringComparison.Ordinal);
        Assert.Equal(4, stored.Split('\n').Length);
        Assert.Single(stored.Split("Ana Writer").Skip(1));

        var kept = Assert.Single(await RowsAsync("SELECT kept_brands, kept_excluded, kept_fingerprint FROM post_versions WHERE raw LIKE '%\"old\"%'"));
        Assert.Equal(["Acme"], kept.Get<object?[]>("kept_brands"));
        Assert.True(kept.Get<bool>("kept_excluded"));
        Assert.Equal(0UL, kept.Get<ulong>("kept_fingerprint"));
        Assert.Equal(1, projector.Runs);
    }

    [Fact]
    public async Task A_brands_wording_is_kept_as_its_fingerprint()
    {
        await StoreAsync(Some.Post("reply", "Hi Ana, please write to us directly", author: "acme", at: Before.AddDays(-1)));
        await redactor!.RedactOlderThanAsync(Before, Cancelled);
        var kept = Assert.Single(await RowsAsync("SELECT kept_fingerprint FROM post_versions"));
        Assert.Equal(Listening.Conversations.Wording.Fingerprint("Hi Ana, please write to us directly"), kept.Get<ulong>("kept_fingerprint"));
    }

    [Fact]
    public async Task A_second_run_finds_nothing_and_the_same_post_sent_again_brings_no_words_back()
    {
        var post = Named("old", "lost my bag", Before.AddDays(-1));
        await StoreAsync(post);
        Assert.Equal(1, await redactor!.RedactOlderThanAsync(Before, Cancelled));
        Assert.Equal(0, await redactor.RedactOlderThanAsync(Before, Cancelled));
        Assert.Equal(1, (await StoreAsync(post)).Duplicates);
        Assert.Empty(await RowsAsync("SELECT raw FROM post_versions WHERE raw LIKE '%bag%'"));
    }

    [Fact]
    public async Task A_live_post_that_lies_about_its_age_is_as_old_as_we_saw_it()
    {
        await posts!.StoreAsync([new PostBatch([new CollectedPost(Named("liar", "written long ago", Before.AddYears(-9)), Now, Arrival.Live)])], Cancelled);
        Assert.Equal(0, await redactor!.RedactOlderThanAsync(Before, Cancelled));
    }

    [Fact]
    public async Task More_than_one_page_is_redacted()
    {
        await StoreAsync([.. Enumerable.Range(0, 4_500).Select(i => Named($"p{i}", "lost my bag", Before.AddDays(-1)))]);
        Assert.Equal(4_500, await redactor!.RedactOlderThanAsync(Before, Cancelled));
    }

    private static Post Named(string id, string text, DateTimeOffset at)
    {
        var post = Some.Post(id, text, at: at);
        return post with { Author = post.Author with { Name = "Ana Writer" } };
    }

    private async Task<StoreReceipt> StoreAsync(params Post[] collected) =>
        (await posts!.StoreAsync([new PostBatch([.. collected.Select(post => new CollectedPost(post, Now, Arrival.Backfill))])], Cancelled))[0];

    private async Task<List<FactRow>> RowsAsync(string sql)
    {
        var rows = new List<FactRow>();
        await foreach (var row in database!.ReadAsync(new FactQuery(sql, new Dictionary<string, object?>()), Cancelled)) rows.Add(row);
        return rows;
    }

    private sealed class Projector : IFactProjector
    {
        public int Runs { get; private set; }

        public Task<long> CatchUpAsync(CancellationToken cancellationToken)
        {
            Runs++;
            return Task.FromResult(0L);
        }

        public Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
