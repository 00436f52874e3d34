using System.Text.Json;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Sources.X;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Sources.Contract;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.X;

public sealed class XTests
{
    private readonly FakeTimeProvider time = new(new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero));
    private readonly MemoryPullStore store = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void No_payload_throws_and_those_with_an_author_are_posts()
    {
        var read = 0;
        foreach (var file in Payloads.Of("x").Where(file => file.EndsWith(".json", StringComparison.Ordinal)))
        {
            var root = Payloads.Body(file);
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data)) continue;
            var users = XPosts.Users(root);
            foreach (var tweet in data.ValueKind == JsonValueKind.Array ? data.EnumerateArray().ToList() : [data]) read += XPosts.Of(tweet, users) is null ? 0 : 1;
        }

        Assert.Equal(5, read);
        var page = Payloads.Body("x", "docs-posts-timelines-quickstart-user-mention-quickstart-00-get-mentions-timeline-with-pag.json");
        var post = XPosts.Of(page.GetProperty("data")[0], XPosts.Users(page))!;
        Assert.Equal(("1301573587187331074", "developer", "Dev Person", "Hey @XDevelopers, love the new API!"), (post.Identity.Id, post.Author.Handle, post.Author.Name, post.Text));
        Assert.Equal((new DateTimeOffset(2024, 1, 15, 10, 30, 0, TimeSpan.Zero), "XDevelopers", 42L, 5L, 2L), (post.SourcePostedAt, Assert.Single(post.Mentions), post.Counts.Likes, post.Counts.Reposts, post.Counts.Replies));
    }

    [Fact]
    public void An_edit_is_a_version_of_the_first_post_and_long_texts_links_and_mixed_types_survive()
    {
        var post = XPosts.Of(JsonSerializer.Deserialize<JsonElement>("""
            {"id":"1801000000000000000","author_id":7,"created_at":"2024-06-13T21:00:00.000Z","text":"short","note_tweet":{"text":"A &amp; B at https://t.co/x"},"lang":"und","public_metrics":{"like_count":"3","reply_count":null},
             "entities":{"urls":[{"url":"https://t.co/x","expanded_url":"https://acme.example/"}],"hashtags":"none"},"edit_history_tweet_ids":["1800999999000000000","1801000000000000000"],
             "referenced_tweets":[{"type":"replied_to","id":"5"},{"type":"quoted","id":"6"}],"new":[1]}
            """), XPosts.Users(default))!;

        Assert.Equal(("1800999999000000000", "A & B at https://acme.example/", "5", "6", null), (post.Identity.Id, post.Text, post.InReplyTo, post.QuoteOf, post.Language));
        Assert.True(post.SourcePostedAt < post.EditedAt);
        Assert.Equal((3L, null), (post.Counts.Likes, post.Counts.Replies));
    }

    [Fact]
    public async Task The_days_budget_ends_before_a_page_that_it_might_not_cover_and_a_restart_remembers_it()
    {
        var stub = new XStub();
        var posts = Enumerable.Range(1, 100).Select(number => new StubPost(number, time.GetUtcNow().AddMinutes(-number))).ToList();
        await using var bench = await SourceBench.StartAsync(request => stub.Answer(request, posts));

        // Twenty posts and one author are 22 reads; of the twelve that are left after four pages no page of ten could be paid for sure.
        var first = await Pull(bench, 100);
        Assert.Equal((FailureKind.BudgetSpent, new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero)), (first.Failure!.Kind, first.Failure.NotBefore!.Value));
        Assert.Equal(80, store.Posts.Count);
        var asked = bench.Stub.Requests.Count;
        Assert.Equal(FailureKind.BudgetSpent, (await Pull(bench, 100)).Failure!.Kind);
        Assert.Equal(asked, bench.Stub.Requests.Count);
        time.Advance(TimeSpan.FromHours(2));
        Assert.Null((await Pull(bench, 100)).Failure);
        Assert.Equal(100, store.Posts.Count);
    }

    [Fact]
    public async Task Two_kinds_of_429_and_an_id_that_is_too_old_are_told_apart()
    {
        var answer = new StubAnswer("""{"title":"UsageCapExceeded","type":"https://api.twitter.com/2/problems/usage-capped"}""", Status: 429);
        await using var bench = await SourceBench.StartAsync(_ => answer);
        Assert.Equal(FailureKind.BudgetSpent, Assert.IsType<PageFailure>(await Open(bench, 1000).ReadAsync(new("search"), Cancel)).Kind);
        answer = new(Payloads.Body("x", "docs-rate-limits-00-rate-limit-errors.json").GetRawText(), Status: 429);
        Assert.Equal(FailureKind.RateLimited, Assert.IsType<PageFailure>(await Open(bench, 1000).ReadAsync(new("search"), Cancel)).Kind);
        answer = new("""{"errors":[{"message":"'since_id' must be a tweet id created after"}],"title":"Invalid Request"}""", Status: 400);
        var mark = new XMark("2026-11-20", 0) { Since = "1" }.ToString();
        Assert.Equal(FailureKind.TokenRefused, Assert.IsType<PageFailure>(await Open(bench, 1000).ReadAsync(new("search") { After = mark }, Cancel)).Kind);
    }

    private async Task<PullReport> Pull(SourceBench bench, int reads)
    {
        var reader = Open(bench, reads);
        return await new PullRun(reader, store, time).RunAsync(reader.Streams[0], store.Cursor("search"), new(), Cancel);
    }

    private ISourceReader Open(SourceBench bench, int reads) => new XConnector(bench.Http, time).Open(new("x", new Dictionary<string, string>
    {
        ["address"] = bench.Stub.Address.AbsoluteUri, ["token"] = ConnectorStub.Secret, ["reads"] = reads.ToString((IFormatProvider?)null),
    }) { Brands = [new Brand { Name = "Acme", Watch = ["acme"], Handles = ["x:acmehq"] }] });
}
