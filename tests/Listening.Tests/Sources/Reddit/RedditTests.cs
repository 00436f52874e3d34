using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Brands;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Json;
using Listening.Sources.Reddit;
using Listening.Tests.Sources.Contract;
using Xunit;

namespace Listening.Tests.Sources.Reddit;

public sealed partial class RedditTests : IAsyncDisposable
{
    private const string Login = """{"access_token":"one","token_type":"bearer","expires_in":3600}""";
    private SourceBench? bench;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (bench is not null) await bench.DisposeAsync();
    }

    [Fact]
    public void Every_comment_and_submission_in_the_payloads_is_the_post_that_it_tells()
    {
        var (files, comments, submissions, edited, gone) = (0, 0, 0, 0, 0);
        foreach (var file in Payloads.Of("reddit"))
        {
            files++;
            foreach (var thing in Things(Payloads.Body(file)))
            {
                if (RedditPosts.IsGone(thing))
                {
                    gone++;
                    continue;
                }

                var (data, comment, post) = (thing.GetProperty("data"), thing.GetProperty("kind").GetString() == "t1", RedditPosts.Of(thing)!);
                PostLimits.Checked(post);
                Assert.Equal((data.GetProperty("name").GetString(), data.GetProperty("author").GetString()), (post.Identity.Id, post.Author.Handle));
                Assert.Equal(DateTimeOffset.FromUnixTimeSeconds((long)data.GetProperty("created_utc").GetDouble()), post.SourcePostedAt);
                Assert.Equal(comment ? data.GetProperty("parent_id").GetString() : null, post.InReplyTo);
                Assert.Equal(Expected(data, comment), Blank().Replace(post.Text, ""));
                if (comment) comments++;
                else submissions++;
                if (post.EditedAt is not null) edited++;
            }
        }

        Assert.Equal((115, 281, 249, 12, 8), (files, comments, submissions, edited, gone));
    }

    [Fact]
    public async Task A_thread_is_read_through_replies_of_both_types_and_a_check_tells_what_was_taken_away()
    {
        bench = await SourceBench.StartAsync(request => new(request.Path.Value switch
        {
            "/api/v1/access_token" => Login,
            "/api/info" => request.Query["id"] == "t1_b" ? Listing(Comment("b", "t3_a", "Where?", "\"\"")) : Listing(Comment("b", "t3_a", "Where?", "\"\"", edited: "1767604500.0"), Comment("c", "t1_b", "[removed]", "\"\"")),
            "/comments/a" => $"[{Listing("""{"kind":"t3","data":{"name":"t3_a","author":"zoe","title":"Late","selftext":"Again.","created_utc":1767604364.0,"edited":false,"subreddit":"trains"}}""")},{Listing(Comment("b", "t3_a", "Where?", Listing(Comment("d", "t1_b", "There.", "\"\""), """{"kind":"more","data":{"children":["e"]}}""")))}]",
            _ => "{}",
        }));
        var reader = Open();

        var thread = Assert.IsType<SourcePage>(await ((IThreadReader)reader).ReadThreadAsync("t1_b", null, Cancel)).Items.Select(item => item.Post).ToList();
        Assert.Equal([("t3_a", "Late\n\nAgain.", null), ("t1_b", "Where?", "t3_a"), ("t1_d", "There.", "t1_b")], thread.Select(post => (post.Identity.Id, post.Text, post.InReplyTo)));

        var check = Assert.IsType<CheckedPosts>(await ((IPostChecker)reader).CheckAsync(["t1_b", "t1_c", "t1_zz", "../x"], Cancel));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1767604500), Assert.Single(check.Posts).EditedAt);
        Assert.Equal(["t1_c"], check.Missing);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_asked_for_anew_once()
    {
        var (logins, listings) = (0, 0);
        bench = await SourceBench.StartAsync(request => request.Path == "/api/v1/access_token" ? new(Login.Replace("one", $"{++logins}", StringComparison.Ordinal))
            : ++listings > 0 && request.Headers.Authorization == "Bearer 2" ? new(Listing()) : new("""{"error":401}""", Status: 401));
        var reader = Open();

        Assert.IsType<SourcePage>(await reader.ReadAsync(new("new:trains"), Cancel));

        Assert.Equal((2, 2), (logins, listings));
    }

    [Theory]
    [InlineData("""{"json":{"errors":[],"data":{"things":[{"kind":"t1","data":{"id":"q","author":"acme","created_utc":1767604364.0,"permalink":"/r/trains/comments/a/_/q/"}}]}}}""", "sent t1_q https://www.reddit.com/r/trains/comments/a/_/q/")]
    [InlineData("""{"json":{"errors":[["RATELIMIT","you are doing that too much. try again in 9 minutes.","ratelimit"]]}}""", "failed RateLimited")]
    [InlineData("""{"json":{"errors":[["THREAD_LOCKED","Comments are locked.","parent"]]}}""", "refused Reddit does not take it: Comments are locked.")]
    [InlineData("""{"json":{"errors":[],"data":{"things":[]}}}""", "failed Unreadable")]
    public void Errors_inside_a_200_are_errors(string body, string expected)
    {
        var outcome = RedditReplies.Outcome(new(JsonSerializer.Deserialize<JsonElement>(body), null));

        Assert.Equal(expected, outcome switch
        {
            ReplySent sent => $"sent {sent.Post.Id} {sent.Url}",
            ReplyFailed failed => $"failed {failed.Failure.Kind}",
            ReplyRefused refused => $"refused {refused.Reason}",
            _ => "",
        });
    }

    [Fact]
    public async Task A_reply_that_is_there_already_is_not_sent_again()
    {
        var sent = 0;
        bench = await SourceBench.StartAsync(request => new(request.Path.Value switch
        {
            "/api/v1/access_token" => Login,
            "/api/comment" => $$$$"""{"json":{"errors":[],"data":{"things":[{"kind":"t1","data":{"id":"n{{{{++sent}}}}"}}]}}}""",
            _ => $"[{Listing()},{Listing(Comment("m", "t3_a", "On its way.", "\"\""))}]",
        }));
        var channel = (IReplyChannel)Open(user: "ana");
        ReplyDraft Draft(int hours) => new(Guid.CreateVersion7(DateTimeOffset.FromUnixTimeSeconds(1767604364).AddHours(hours)), new("reddit", "t3_a"), "On its way.");

        Assert.Equal("t1_m", Assert.IsType<ReplySent>(await channel.SendAsync(Draft(0), Cancel)).Post.Id);
        Assert.Equal(0, sent);
        Assert.Equal("t1_n1", Assert.IsType<ReplySent>(await channel.SendAsync(Draft(1), Cancel)).Post.Id);
        Assert.IsType<ReplyRefused>(await ((IReplyChannel)Open()).SendAsync(Draft(1), Cancel));
    }

    [Fact]
    public async Task Without_an_app_the_feeds_are_read_under_the_names_that_the_api_gives()
    {
        bench = await SourceBench.StartAsync(_ => new("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>trains</title><entry><author><name>/u/ana</name><uri>https://www.reddit.com/user/ana</uri></author>
            <content type="html">&lt;div class="md"&gt;&lt;p&gt;Again.&lt;/p&gt;&lt;/div&gt; submitted by &lt;a href="https://www.reddit.com/user/ana"&gt; /u/ana &lt;/a&gt; &lt;br/&gt; &lt;span&gt;&lt;a href="https://www.reddit.com/x"&gt;[link]&lt;/a&gt;&lt;/span&gt; &lt;span&gt;&lt;a href="https://www.reddit.com/x"&gt;[comments]&lt;/a&gt;&lt;/span&gt;</content>
            <id>t3_a</id><link href="https://www.reddit.com/r/trains/comments/a/late/"/><published>2026-01-05T09:12:44+00:00</published><title>Late</title></entry></feed>
            """, "application/atom+xml"));
        var reader = new RedditConnector(bench.Http, TimeProvider.System).Open(new("reddit", new Dictionary<string, string> { ["site"] = bench.Stub.Address.AbsoluteUri, ["subreddits"] = "r/trains" })
        {
            Brands = [new Brand { Name = "Acme", Watch = ["acme"], Handles = ["reddit:acmehq"] }],
        });

        Assert.Equal(["new:trains", "comments:trains", "search:acme", "account:acmehq"], reader.Streams.Select(stream => stream.Name));
        var post = Assert.Single(Assert.IsType<SourcePage>(await reader.ReadAsync(new("new:trains"), Cancel)).Items).Post;
        Assert.Equal((new PostId("reddit", "t3_a"), "ana", "Late\n\nAgain."), (post.Identity, post.Author.Handle, post.Text));
        Assert.Equal("/r/trains/new/.rss?limit=100", Assert.Single(bench.Stub.Requests));
    }

    private static IEnumerable<JsonElement> Things(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().SelectMany(Things);
        if (value.ValueKind != JsonValueKind.Object) return [];
        var inner = value.EnumerateObject().SelectMany(field => Things(field.Value));
        // What a reply brought back has no more than its id.
        return RedditPosts.IsPost(value) && value.GetProperty("data").TryGetProperty("created_utc", out _) ? inner.Prepend(value) : inner;
    }

    private static string Expected(JsonElement data, bool comment)
    {
        var html = data.Text(comment ? "body_html" : "selftext_html") ?? "";
        if (html.StartsWith("&lt;", StringComparison.Ordinal)) html = WebUtility.HtmlDecode(html);
        // The suite put names in angle brackets for people.
        html = Placeholder().Replace(html, "");
        return Blank().Replace((comment ? "" : data.GetProperty("title").GetString()) + WebUtility.HtmlDecode(Markup().Replace(html, "")), "");
    }

    private static string Comment(string id, string parent, string body, string replies, string edited = "false") =>
        $$$$"""{"kind":"t1","data":{"id":"{{{{id}}}}","name":"t1_{{{{id}}}}","author":"ana","body":"{{{{body}}}}","parent_id":"{{{{parent}}}}","link_id":"t3_a","created_utc":1767604364.0,"edited":{{{{edited}}}},"replies":{{{{replies}}}},"news":{}}}""";

    private static string Listing(params string[] things) => $$$"""{"kind":"Listing","data":{"after":null,"children":[{{{string.Join(',', things)}}}]}}""";

    private ISourceReader Open(string? user = null)
    {
        var values = new Dictionary<string, string>
        {
            ["subreddits"] = "trains", ["client"] = "app", ["secret"] = ConnectorStub.Secret, ["api"] = bench!.Stub.Address.AbsoluteUri, ["site"] = bench.Stub.Address.AbsoluteUri,
        };
        if (user is not null) (values["user"], values["password"]) = (user, ConnectorStub.Secret);
        return new RedditConnector(bench.Http, TimeProvider.System).Open(new("reddit", values));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex("<[A-Z][A-Z _]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\s\u200B\uFEFF]+")]
    private static partial Regex Blank();
}
