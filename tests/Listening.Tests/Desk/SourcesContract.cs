using Listening.Access;
using Listening.Collecting.Pulling;
using Listening.Desk.Auditing;
using Listening.Desk.Sources;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What the sources, their states, cursors and gaps do, whatever the database.</summary>
public abstract class SourcesContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly Actor Amy = new("amy@example.com", "192.0.2.7");
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private ConfiguredSources sources = null!;
    private SourceStates states = null!;
    private SourceCursors cursors = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        (sources, states, cursors) = (new(desk.Store, desk.Time), new(desk.Store), new(desk.Store, desk.Time));
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Sources_are_kept_as_they_were_set_up_and_listed_by_name()
    {
        var (news, blog) = (Source("news"), Source("blog") with { Paused = true, Every = TimeSpan.FromHours(1) });
        Assert.Equal(SourceChange.Done, await sources.AddAsync(news, Amy, Cancelled));
        Assert.Equal(SourceChange.Done, await sources.AddAsync(blog, Amy, Cancelled));

        var listed = await sources.ListAsync(Cancelled);
        Assert.Equal(["blog", "news"], listed.Select(source => source.Name));
        Assert.Equivalent(blog, listed[0], strict: true);
        Assert.Equivalent(news, await sources.FindAsync(news.Id, Cancelled), strict: true);
        Assert.Null(await sources.FindAsync(Guid.NewGuid(), Cancelled));
    }

    [Fact]
    public async Task Two_sources_never_have_one_name()
    {
        var (news, blog) = (Source("news"), Source("blog"));
        await sources.AddAsync(news, Amy, Cancelled);
        await sources.AddAsync(blog, Amy, Cancelled);

        Assert.Equal(SourceChange.NameTaken, await sources.AddAsync(Source("news"), Amy, Cancelled));
        Assert.Equal(SourceChange.NameTaken, await sources.ChangeAsync(blog with { Name = "news", Version = 2 }, Amy, Cancelled));
        Assert.Equal(["blog", "news"], (await sources.ListAsync(Cancelled)).Select(source => source.Name));
    }

    [Fact]
    public async Task Who_changes_a_version_that_is_gone_changes_nothing()
    {
        var news = Source("news");
        await sources.AddAsync(news, Amy, Cancelled);
        Assert.Equal(SourceChange.Done, await sources.ChangeAsync(news with { Every = TimeSpan.FromHours(1), Version = 2 }, Amy, Cancelled));

        Assert.Equal(SourceChange.Overtaken, await sources.ChangeAsync(news with { Every = TimeSpan.FromHours(2), Version = 2 }, Amy, Cancelled));
        Assert.Equal(TimeSpan.FromHours(1), (await sources.FindAsync(news.Id, Cancelled))!.Every);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_log_and_no_secret_is()
    {
        var news = Source("news");
        await sources.AddAsync(news, Amy, Cancelled);
        await sources.ChangeAsync(news with { Paused = true, Version = 2 }, Amy, Cancelled);
        await sources.ChangeAsync(news with { Version = 3 }, Amy, Cancelled);
        await sources.ChangeAsync(news with { Every = TimeSpan.FromHours(1), Version = 4 }, Amy, Cancelled);
        Assert.True(await sources.RemoveAsync(news.Id, Amy, Cancelled));
        Assert.False(await sources.RemoveAsync(news.Id, Amy, Cancelled));

        var entries = await new AuditLog(desk.Store).ReadAsync(new(null, null, 10), Cancelled);
        Assert.Equal(["source.remove", "source.change", "source.resume", "source.pause", "source.add"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(("amy@example.com", "news", "192.0.2.7"), (entry.Actor, entry.Subject, entry.Address)));
        Assert.Equal(
            """{"name":"news","kind":"feed","every":900,"paused":false,"settings":{"address":"https://example.com/feed","token":"secret:news"}}""", entries[^1].After);
    }

    [Fact]
    public async Task A_state_is_kept_over_restarts()
    {
        var news = Source("news");
        await sources.AddAsync(news, Amy, Cancelled);
        Assert.Equal(new SourceState(), await states.ReadAsync(news.Id, Cancelled));
        var failed = new SourceState { Tried = Noon, NotBefore = Noon.AddHours(1), Failure = FailureKind.RateLimited, Reason = "too often", Failures = 3, Accepted = 7, Newest = Noon };
        await states.WriteAsync(news.Id, failed with { Failures = 2 }, Cancelled);
        await states.WriteAsync(news.Id, failed, Cancelled);

        var again = new SourceStates(desk.Another());
        Assert.Equal(failed, await again.ReadAsync(news.Id, Cancelled));
        Assert.Equal(failed, Assert.Single(await again.ListAsync(Cancelled)).Value);
    }

    [Fact]
    public async Task Cursors_are_kept_for_each_listing_and_gaps_with_them()
    {
        var news = Source("news");
        await sources.AddAsync(news, Amy, Cancelled);
        await cursors.SaveAsync(news.Id, "search", new() { Watermark = "1" }, null, Cancelled);
        await cursors.SaveAsync(news.Id, "search", new() { Watermark = "2", Seen = ["a", "b"] }, new("search", Noon, Noon.AddHours(2), "too far"), Cancelled);
        await cursors.SaveAsync(news.Id, "mentions", new() { Memo = "tag" }, new("mentions", null, Noon.ToOffset(TimeSpan.FromHours(2)), "no older posts"), Cancelled);

        var again = new SourceCursors(desk.Another(), desk.Time);
        var search = await again.ReadAsync(news.Id, "search", Cancelled);
        Assert.Equal(("2", "a b"), (search.Watermark, string.Join(' ', search.Seen)));
        Assert.Equal("tag", (await again.ReadAsync(news.Id, "mentions", Cancelled)).Memo);
        Assert.Null((await again.ReadAsync(news.Id, "other", Cancelled)).Watermark);
        Assert.Equal(
            [new(news.Id, new("mentions", null, Noon, "no older posts"), desk.Time.GetUtcNow()), new FoundGap(news.Id, new("search", Noon, Noon.AddHours(2), "too far"), desk.Time.GetUtcNow())],
            await again.GapsAsync(news.Id, Cancelled));
        Assert.Equal(2, (await again.GapsAsync(null, Cancelled)).Count);
    }

    [Fact]
    public async Task What_belongs_to_a_source_goes_with_it_and_does_not_come_back()
    {
        var (news, blog) = (Source("news"), Source("blog"));
        foreach (var source in new[] { news, blog })
        {
            await sources.AddAsync(source, Amy, Cancelled);
            await WriteAsync(source.Id);
        }

        await sources.RemoveAsync(news.Id, Amy, Cancelled);
        // A run that was under way comes to its end.
        await WriteAsync(news.Id);

        Assert.Null((await states.ReadAsync(news.Id, Cancelled)).Tried);
        Assert.Null((await cursors.ReadAsync(news.Id, "search", Cancelled)).Watermark);
        Assert.Equal([blog.Id], (await cursors.GapsAsync(null, Cancelled)).Select(gap => gap.Source));
        Assert.Equal([blog.Id], (await states.ListAsync(Cancelled)).Keys);
    }

    [Fact]
    public async Task A_source_that_is_asked_something_else_is_read_from_the_start()
    {
        var news = Source("news");
        await sources.AddAsync(news, Amy, Cancelled);
        await WriteAsync(news.Id);
        await sources.ChangeAsync(news with { Every = TimeSpan.FromHours(1), Version = 2 }, Amy, Cancelled);
        Assert.Equal("1", (await cursors.ReadAsync(news.Id, "search", Cancelled)).Watermark);

        await sources.ChangeAsync(news with { Values = new Dictionary<string, string> { ["address"] = "https://example.com/other" }, Version = 3 }, Amy, Cancelled);
        Assert.Null((await cursors.ReadAsync(news.Id, "search", Cancelled)).Watermark);
    }

    [Theory]
    [InlineData(FailureKind.Gone, null)]
    [InlineData(FailureKind.Misconfigured, null)]
    [InlineData(FailureKind.RateLimited, 1)]
    [InlineData(FailureKind.BudgetSpent, 1)]
    public async Task Who_changes_a_source_frees_it_but_not_from_its_own_limit(FailureKind failure, int? hours)
    {
        var news = Source("news");
        await sources.AddAsync(news, Amy, Cancelled);
        await states.WriteAsync(news.Id, new() { Tried = Noon, Failure = failure, NotBefore = Noon.AddHours(1), Stopped = true, Failures = 1 }, Cancelled);
        await sources.ChangeAsync(news with { Version = 2 }, Amy, Cancelled);

        var state = await states.ReadAsync(news.Id, Cancelled);
        Assert.Equal((false, hours is null ? null : Noon.AddHours(hours.Value)), (state.Stopped, state.NotBefore));
    }

    private static ConfiguredSource Source(string name) => new(Guid.NewGuid(), name, "feed")
    {
        Values = new Dictionary<string, string> { ["token"] = $"secret:{name}", ["address"] = "https://example.com/feed" },
        Every = TimeSpan.FromMinutes(15),
        Added = Noon,
    };

    private async Task WriteAsync(Guid source)
    {
        await states.WriteAsync(source, new() { Tried = Noon }, Cancelled);
        await cursors.SaveAsync(source, "search", new() { Watermark = "1" }, new("search", null, Noon, "none"), Cancelled);
    }
}
