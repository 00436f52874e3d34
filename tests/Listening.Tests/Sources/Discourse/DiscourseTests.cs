using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Discourse;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Listening.Tests.Sources.Discourse;

public sealed class DiscourseTests : IAsyncDisposable
{
    private static readonly Uri Forum = new("https://forum.example/");
    private SourceBench? bench;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (bench is not null) await bench.DisposeAsync();
    }

    [Fact]
    public void Every_payload_is_the_posts_that_it_tells()
    {
        var posts = new DiscoursePosts("community", Forum);
        var post = posts.Of(Payloads.Body("discourse", "posts-get_post_response.json"))!;
        Assert.Equal((new PostId("community", "8-4"), "blake", "8-1", "8"), (post.Identity, post.Author.Handle, post.InReplyTo, post.Conversation));
        Assert.Equal(string.Join(' ', Enumerable.Repeat("b15bd65a-527e-1446-e17a-40bcca68fcbd", 8)), post.Text);
        Assert.Equal((new DateTimeOffset(2016, 10, 3, 13, 37, 16, 594, TimeSpan.Zero), null), (post.SourcePostedAt, post.EditedAt));
        Assert.Equal((0L, 0L, 1L, "https://forum.example/t/8/4"), (post.Counts.Likes, post.Counts.Replies, post.Counts.Views, post.Url));

        var search = Payloads.Body("discourse", "search-query_response.json");
        var hit = posts.Of(search.GetProperty("posts")[0], search.GetProperty("topics")[0].GetProperty("title").GetString())!;
        Assert.Equal(("13-1", "discourse1", null), (hit.Identity.Id, hit.Author.Handle, hit.InReplyTo));
        Assert.StartsWith("2a6aa74e-e341-5e3c-1eaa-78c6331f305f\n\necf65fcd-1e16-7c4c-4244", hit.Text, StringComparison.Ordinal);

        // Topics, and no posts.
        Assert.All(Payloads.Of("discourse").Where(file => Path.GetFileName(file).StartsWith("topics-", StringComparison.Ordinal)), file => Assert.Null(posts.Of(Payloads.Body(file))));
    }

    [Fact]
    public void Hidden_posts_and_what_moderators_did_are_none_and_mixed_types_survive()
    {
        var posts = new DiscoursePosts("community", Forum);
        Post? Read(string fields) => posts.Of(JsonSerializer.Deserialize<JsonElement>($$"""{"topic_id":"8","post_number":2,"username":"ana","created_at":"2026-01-05T09:00:00Z","cooked":"<p>Hi</p>",{{fields}}}"""));

        Assert.Null(Read("\"hidden\":true"));
        Assert.Null(Read("\"post_type\":3"));
        var edited = Read("\"version\":3,\"updated_at\":\"2026-01-05T10:00:00Z\",\"reply_to_post_number\":\"7\",\"actions_summary\":{\"id\":2},\"reads\":false,\"new_field\":[1]")!;
        Assert.Equal((new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero), "8-7"), (edited.EditedAt, edited.InReplyTo));
        Assert.NotNull(Read("\"user_deleted\":true,\"updated_at\":\"2026-01-05T10:00:00Z\"")!.DeletedAt);
    }

    [Fact]
    public async Task Without_a_key_the_feed_is_read_under_the_names_that_the_api_gives()
    {
        bench = await SourceBench.StartAsync(_ => new("""
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Forum</title><item><title>Late again</title>
            <dc:creator><![CDATA[@ana Ana Lee]]></dc:creator><description><![CDATA[<p>Where is it?</p>]]></description><link>https://forum.example/t/late/8/4</link>
            <pubDate>Mon, 05 Jan 2026 09:12:44 +0000</pubDate><guid isPermaLink="false">forum.example-post-8-4</guid></item></channel></rss>
            """, "application/rss+xml"));
        var reader = new DiscourseConnector(bench.Http, TimeProvider.System).Open(new("community", new Dictionary<string, string> { ["forum"] = $"{bench.Stub.Address}board" }));

        var post = Assert.Single(Assert.IsType<SourcePage>(await reader.ReadAsync(new(reader.Streams[0].Name), Cancel)).Items).Post;

        Assert.Equal((new PostId("community", "8-4"), new Author("ana", "ana", "Ana Lee"), "8"), (post.Identity, post.Author, post.Conversation));
        Assert.Equal("/board/posts.rss", Assert.Single(bench.Stub.Requests));
    }

    [Fact]
    public async Task A_topic_is_read_to_its_end_and_a_check_tells_edits_and_deletions()
    {
        bench = await SourceBench.StartAsync(request => Topic(25, request, []));
        var reader = Open();

        var first = Assert.IsType<SourcePage>(await ((IThreadReader)reader).ReadThreadAsync("8-3", null, Cancel));
        var second = Assert.IsType<SourcePage>(await ((IThreadReader)reader).ReadThreadAsync("8-3", first.Next, Cancel));
        Assert.Equal((20, PageEnd.More, 5, PageEnd.Complete), (first.Items.Count, first.End, second.Items.Count, second.End));
        Assert.Equal(("Late again\n\nPost 1", "8-25"), (first.Items[0].Post.Text, second.Items[^1].Post.Identity.Id));

        var check = Assert.IsType<CheckedPosts>(await ((IPostChecker)reader).CheckAsync(["8-1", "8-5", "8-77", "nonsense"], Cancel));
        Assert.Equal(["Late again\n\nPost 1", "Post 5"], check.Posts.Select(post => post.Text));
        Assert.Equal(["8-77"], check.Missing);
    }

    [Fact]
    public async Task A_reply_whose_answer_was_cut_off_is_sent_once()
    {
        var written = new List<JsonElement>();
        bench = await SourceBench.StartAsync(request => request.Method == "POST" ? Post(request, written) : Topic(3, request, written));
        bench.Stub.Fault = (_, context, _) =>
        {
            if (context.Request.Method == "POST") context.Abort();
            return Task.FromResult(context.Request.Method == "POST");
        };
        var (channel, draft) = ((IReplyChannel)Open(), new ReplyDraft(Guid.CreateVersion7(Some.Instant), new("community", "8-2"), "On its way."));
        Assert.IsType<ReplyFailed>(await channel.SendAsync(draft, Cancel));
        bench.Stub.Fault = (_, _, _) => Task.FromResult(false);

        Assert.Equal(new PostId("community", "8-4"), Assert.IsType<ReplySent>(await channel.SendAsync(draft, Cancel)).Post);
        Assert.Single(written);
        Assert.IsType<ReplySent>(await channel.SendAsync(draft with { OutboxId = Guid.CreateVersion7(Some.Instant.AddHours(1)) }, Cancel));
        Assert.Equal(2, written.Count);
        var refused = Assert.IsType<ReplyRefused>(await channel.SendAsync(draft with { OutboxId = Guid.CreateVersion7(Some.Instant.AddHours(2)), Text = "x" }, Cancel));
        Assert.Equal("127.0.0.1 does not take it: Body is too short", refused.Reason);
    }

    [Fact]
    public async Task How_long_to_wait_is_read_from_the_body_too()
    {
        bench = await SourceBench.StartAsync(_ => new("""{"errors":["Slow down"],"error_type":"rate_limit","extras":{"wait_seconds":42}}""", Status: 429));
        var reader = Open();
        var before = TimeProvider.System.GetUtcNow();

        var failure = Assert.IsType<PageFailure>(await reader.ReadAsync(new("posts"), Cancel));

        Assert.Equal(FailureKind.RateLimited, failure.Kind);
        Assert.True(failure.NotBefore >= before.AddSeconds(42));
    }

    private static StubAnswer Topic(int count, HttpRequest request, List<JsonElement> written)
    {
        var posts = Enumerable.Range(1, count).Select(number => JsonSerializer.SerializeToElement(new
        {
            id = 100 + number, topic_id = 8, post_number = number, username = "ana", created_at = Some.Instant, cooked = $"<p>Post {number}</p>", version = 1,
        })).Concat(written).ToList();
        if (request.Path == "/t/8.json")
            return new(JsonSerializer.Serialize(new { id = 8, title = "Late again", post_stream = new { posts = posts.Take(20), stream = posts.Select(post => post.GetProperty("id").GetInt64()) } }));
        if (request.Path == "/t/8/posts.json")
            return new(JsonSerializer.Serialize(new { post_stream = new { posts = posts.Where(post => request.Query["post_ids[]"].Contains(post.GetProperty("id").GetRawText())) } }));
        var number = request.Path.Value!.Split('/', '.')[^2];
        var one = posts.Find(post => post.GetProperty("post_number").GetRawText() == number);
        return one.ValueKind == JsonValueKind.Object ? new(one.GetRawText()) : new("""{"errors":["not found"],"error_type":"not_found"}""", Status: 404);
    }

    private static StubAnswer Post(HttpRequest request, List<JsonElement> written)
    {
        var sent = JsonSerializer.Deserialize<JsonElement>(request.Body);
        if (sent.GetProperty("raw").GetString()!.Length < 5) return new("""{"action":"create_post","errors":["Body is too short"]}""", Status: 422);
        var number = 4 + written.Count;
        written.Add(JsonSerializer.SerializeToElement(new
        {
            id = 100 + number, topic_id = 8, post_number = number, username = "Acme", created_at = Some.Instant.AddMinutes(written.Count * 60), cooked = "", raw = sent.GetProperty("raw").GetString(),
            reply_to_post_number = sent.GetProperty("reply_to_post_number").GetInt64(),
        }));
        return new(written[^1].GetRawText());
    }

    private ISourceReader Open() => new DiscourseConnector(bench!.Http, TimeProvider.System).Open(new("community", new Dictionary<string, string>
    {
        ["forum"] = bench.Stub.Address.AbsoluteUri, ["key"] = ConnectorStub.Secret, ["user"] = "acme",
    }));
}
