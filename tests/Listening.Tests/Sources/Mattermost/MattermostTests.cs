using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Mattermost;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Sources.Contract;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Mattermost;

public sealed class MattermostTests
{
    private const long Start = 1795303000000;
    private static readonly Uri Server = new("https://chat.example.com/");
    private readonly MattermostPosts posts = new("chat", Server, user => user == "uuuuuuuuuuuuuuuuuuuuuuuuuu" ? new("ann", "Ann Onym") : null, _ => "support");
    private readonly MemoryPullStore store = new();
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeMilliseconds(Start + 100_000));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_payload_is_the_post_that_it_tells()
    {
        var page = Payloads.Body("mattermost", "con-channel-posts-page.http.json").GetProperty("posts");
        var first = posts.Of(page.GetProperty("00000000000000000000000001"))!;
        Assert.Equal(new PostId("chat", "00000000000000000000000001"), first.Identity);
        Assert.Equal(new Author("uuuuuuuuuuuuuuuuuuuuuuuuuu", "ann", "Ann Onym"), first.Author);
        Assert.Equal("Checkout is broken @acme-support #bug :rage: <not html>", first.Text);
        Assert.Equal(("acme-support", "bug"), (Assert.Single(first.Mentions), Assert.Single(first.Tags)));
        Assert.Equal((DateTimeOffset.FromUnixTimeMilliseconds(1795303001000), null, null), (first.SourcePostedAt, first.EditedAt, first.DeletedAt));
        Assert.Equal((null, "00000000000000000000000001", 1L), (first.InReplyTo, first.Conversation, first.Counts.Replies));
        Assert.Equal((Audience.Internal, "support", "https://chat.example.com/_redirect/pl/00000000000000000000000001"), (first.Audience, first.Channel, first.Url));

        var answer = posts.Of(page.GetProperty("00000000000000000000000002"))!;
        Assert.Equal(("on it", "00000000000000000000000001", "00000000000000000000000001"), (answer.Text, answer.InReplyTo, answer.Conversation));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1795303900000), posts.Of(page.GetProperty("00000000000000000000000003"))!.EditedAt);

        var pushed = Payloads.Body("mattermost", "con-ws-posted.json").GetProperty("data").GetProperty("post").GetString()!;
        Assert.Equal("via websocket", posts.Of(JsonSerializer.Deserialize<JsonElement>(pushed))!.Text);
        Assert.Null(posts.Of(Payloads.Body("mattermost", "con-error-401.http.json")));
    }

    [Fact]
    public void Unknown_fields_and_types_that_are_mixed_up_do_no_harm()
    {
        var post = posts.Of(Json("""
            {"id":"p1","user_id":"u2","create_at":"1795303001000","edit_at":"never","delete_at":null,"root_id":7,"message":["?"],"props":"none","metadata":[],"hashtags":3,"reply_count":"2","new":{"a":[1]}}
            """))!;

        Assert.Equal(("", "7", "u2"), (post.Text, post.InReplyTo, post.Author.Handle));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1795303001000), post.SourcePostedAt);
        Assert.Null(post.EditedAt);
        Assert.Null(posts.Of(Json("""{"id":"p1","user_id":"u2","create_at":0}""")));
    }

    [Fact]
    public void A_program_is_a_bot_and_a_file_an_attachment()
    {
        var post = posts.Of(Json("""
            {"id":"p1","user_id":"u2","create_at":1795303001000,"message":"# Build\n**failed**: [log](https://ci.example.com/1)\n> see ![chart](https://ci.example.com/c.png)","props":{"from_webhook":"true","override_username":"Builder"},
             "metadata":{"files":[{"id":"f1","name":"shot.png","mime_type":"image/png"}],"reactions":[{"emoji_name":"rage"}]}}
            """))!;

        Assert.Equal("Build\nfailed: log (https://ci.example.com/1)\nsee chart (https://ci.example.com/c.png)", post.Text);
        Assert.Equal((true, "Builder", 1L), (post.Author.Bot, post.Author.Name, post.Counts.Likes));
        Assert.Equal(new Attachment("image", "https://chat.example.com/api/v4/files/f1", "shot.png"), Assert.Single(post.Attachments));
    }

    [Fact]
    public async Task Edits_and_deletions_come_with_what_is_new_and_the_servers_own_words_do_not()
    {
        var said = new List<object> { Said(1, 1), Said(2, 2), new { id = Id(3), user_id = "u1", create_at = Start + 3, update_at = Start + 3, type = "system_join_channel", message = "joined" } };
        await using var bench = await SourceBench.StartAsync(request => Answer(request, said));
        await Pull(bench);
        Assert.Equal([Id(1), Id(2)], store.Posts.Keys.Order());

        said[0] = Said(1, 50, edit: 50, text: "edited");
        said[1] = Said(2, 50, delete: 50);
        // The same millisecond as the mark's.
        await Pull(bench);
        said.Add(Said(4, 50));
        await Pull(bench);

        var versions = store.Batches.SelectMany(batch => batch.Posts).Select(post => post.Post).ToLookup(post => post.Identity.Id);
        Assert.Equal([(null, "Text 1"), (DateTimeOffset.FromUnixTimeMilliseconds(Start + 50), "edited")], versions[Id(1)].Select(post => (post.EditedAt, post.Text)));
        Assert.Equal([(null, "Text 2"), (DateTimeOffset.FromUnixTimeMilliseconds(Start + 50), "")], versions[Id(2)].Select(post => (post.DeletedAt, post.Text)));
        Assert.Single(versions[Id(4)]);
    }

    [Fact]
    public async Task More_changes_than_an_answer_holds_are_walked_back_for()
    {
        var said = Enumerable.Range(1, 30).Select(number => (object)Said(number, number)).ToList();
        await using var bench = await SourceBench.StartAsync(request => Answer(request, said));
        await Pull(bench);
        // Each in the same millisecond, and more than five answers of a thousand.
        said.AddRange(Enumerable.Range(31, 5200).Select(number => (object)Said(number, number / 1000 * 1000)));
        said[3] = Said(4, 40_000, edit: 40_000, text: "edited");

        await Pull(bench, new());
        said.Add(Said(9000, 90_000));
        await Pull(bench, new());

        Assert.Equal(5231, store.Posts.Count);
        Assert.Contains(store.Batches.SelectMany(batch => batch.Posts), post => post.Post.Text == "edited");
        Assert.Contains(bench.Stub.Requests, request => request.Contains("before=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_in_plain_text_is_a_rate_that_is_used_up()
    {
        await using var bench = await SourceBench.StartAsync(_ => new("limit exceeded\n", "text/plain", 429) { Headers = new Dictionary<string, string> { ["X-Ratelimit-Reset"] = "7" } });

        var failure = Assert.IsType<PageFailure>(await Open(bench).ReadAsync(new(MattermostStub.Channel), Cancel));

        Assert.Equal(FailureKind.RateLimited, failure.Kind);
        Assert.InRange(failure.NotBefore!.Value, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddSeconds(8));
    }

    [Fact]
    public async Task A_thread_and_single_posts_are_read_again()
    {
        var said = new List<object> { Said(1, 1), Said(2, 2, root: 1), Said(3, 3, delete: 9) };
        await using var bench = await SourceBench.StartAsync(request => request.Path.Value!.EndsWith("posts/ids", StringComparison.Ordinal)
            ? new(JsonSerializer.Serialize(said.Skip(1)))
            : request.Path == "/api/v4/posts/gone/thread" ? new("{}", Status: 404) : Answer(request, said));
        var reader = Open(bench);

        var thread = Assert.IsType<SourcePage>(await ((IThreadReader)reader).ReadThreadAsync(Id(2), null, Cancel));
        Assert.Equal([(Id(1), null), (Id(2), Id(1)), (Id(3), null)], thread.Items.Select(item => (item.Post.Identity.Id, item.Post.InReplyTo)));
        Assert.Empty(Assert.IsType<SourcePage>(await ((IThreadReader)reader).ReadThreadAsync("gone", null, Cancel)).Items);
        var found = Assert.IsType<CheckedPosts>(await ((IPostChecker)reader).CheckAsync([Id(2), Id(3), Id(7)], Cancel));
        Assert.Equal([(Id(2), false), (Id(3), true)], found.Posts.Select(post => (post.Identity.Id, post.DeletedAt is not null)));
        Assert.Empty(found.Missing);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("cccccccccccccccccccccccccc\ncccccccccccccccccccccccccc again")]
    public async Task Channels_that_cannot_be_meant_are_named(string channels)
    {
        await using var bench = await SourceBench.StartAsync(_ => new("{}"));

        Assert.Equal("channels", Assert.Throws<SourceSettingsException>(() => Open(bench, channels)).Setting);
    }

    // As the server does: since is exclusive and cuts at a thousand, the newest first; pages are of what is not deleted.
    private static StubAnswer Answer(Microsoft.AspNetCore.Http.HttpRequest request, List<object> said)
    {
        if (request.Path == "/api/v4/users/ids") return new("""[{"id":"u1","username":"ana"}]""");
        var all = said.Select(post => JsonSerializer.SerializeToElement(post)).OrderByDescending(post => Number(post, "create_at")).ThenByDescending(post => post.GetProperty("id").GetString(), StringComparer.Ordinal);
        var page = request.Query["since"].FirstOrDefault() is { } since ? all.Where(post => Number(post, "update_at") > long.Parse(since, null)).Take(1000)
            : request.Query["before"].FirstOrDefault() is { } before ? all.SkipWhile(post => post.GetProperty("id").GetString() != before).Skip(1).Take(200)
            : all.Take(200);
        var listed = page.ToList();
        return new(JsonSerializer.Serialize(new { order = listed.Select(post => post.GetProperty("id").GetString()), posts = listed.ToDictionary(post => post.GetProperty("id").GetString()!) }));
    }

    private static long Number(JsonElement post, string name) => post.GetProperty(name).GetInt64();

    private static object Said(int number, long changed, long edit = 0, long delete = 0, int root = 0, string? text = null) => new
    {
        id = Id(number),
        user_id = "u1",
        create_at = Start + number,
        update_at = Start + Math.Max(changed, number),
        edit_at = edit == 0 ? 0 : Start + edit,
        delete_at = delete == 0 ? 0 : Start + delete,
        root_id = root == 0 ? "" : Id(root),
        message = text ?? $"Text {number}",
        type = "",
    };

    private static string Id(int number) => MattermostStub.Id(number);

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private async Task Pull(SourceBench bench, PullBudget? budget = null)
    {
        var reader = Open(bench);
        var report = await new PullRun(reader, store, time).RunAsync(reader.Streams[0], store.Cursor(MattermostStub.Channel), budget ?? new(), Cancel);
        Assert.Null(report.Failure);
        Assert.False(report.Cut);
    }

    private ISourceReader Open(SourceBench bench, string channels = MattermostStub.Channel) => new MattermostConnector(bench.Http, time).Open(new("chat", new Dictionary<string, string>
    {
        ["address"] = bench.Stub.Address.AbsoluteUri, ["token"] = "t", ["channels"] = channels,
    }));
}
