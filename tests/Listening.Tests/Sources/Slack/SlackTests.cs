using System.Globalization;
using System.Text;
using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Pushing;
using Listening.Sources.Slack;
using Listening.Tests.Sources.Contract;
using Xunit;

namespace Listening.Tests.Sources.Slack;

public sealed class SlackTests
{
    private const string Channel = SlackStub.Channel;
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1763712600);
    private readonly SlackPosts posts = new("slack", user => user switch { "U0BRAND01" => new("acme", "Acme"), "U0ANN0001" => new("ann", "Ann Onym"), _ => null }, _ => "feedback");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_message_of_the_payloads_is_the_post_that_it_tells()
    {
        var page = Payloads.Body("slack", "con-history-page1.http.json").GetProperty("messages").EnumerateArray().ToDictionary(message => message.GetProperty("ts").GetString()!);
        Assert.Equal(["1763712014.001500"], page.Where(message => !SlackPosts.IsSaid(message.Value)).Select(message => message.Key));
        Post Of(string ts) => posts.Of(page[ts], Channel)!;

        var guest = Of("1763712015.001600");
        Assert.Equal((new PostId("slack", $"{Channel}/1763712015.001600"), new Author("U0EXT0001", "U0EXT0001"), "from a Slack Connect guest"), (guest.Identity, guest.Author, guest.Text));
        Assert.Equal((DateTimeOffset.FromUnixTimeMilliseconds(1763712015001), Audience.Internal, "feedback"), (guest.SourcePostedAt, guest.Audience, guest.Channel));
        Assert.Equal("https://slack.com/archives/C0FEEDBK1/p1763712015001600", guest.Url);
        Assert.Equal(("is annoyed", "ann"), (Of("1763712013.001400").Text, Of("1763712013.001400").Author.Handle));
        Assert.Equal("اختبار عربي 日本語テスト 👩‍👩‍👧‍👦", Of("1763712011.001200").Text);
        Assert.Equal(("only in blocks :tada:@acmehttps://example.com", "acme"), (Of("1763712010.001100").Text, Assert.Single(Of("1763712010.001100").Mentions)));
        Assert.Equal(new Attachment("image", "https://files.slack.com/x", "screenshot.png"), Assert.Single(Of("1763712009.001000").Attachments));
        Assert.Equal(($"{Channel}/1763712003.000400", $"{Channel}/1763712003.000400"), (Of("1763712008.000900").InReplyTo, Of("1763712008.000900").Conversation));

        var marked = Payloads.Body("slack", "con-history-page2-nometa.http.json").GetProperty("messages");
        Assert.Equal("Login page hangs for @acme and #feedback see the ticket (https://example.com/a?x=1&y=2) <b> :rage:", posts.Of(marked[0], Channel)!.Text);
        Assert.Equal("bold it strike code block\nline2\n> quote @here @channel @support Nov 21", posts.Of(marked[1], Channel)!.Text);
        Assert.Equal(2, Payloads.Body("slack", "openapi-conversations.history-200.json").GetProperty("messages").EnumerateArray().Count(message => posts.Of(message, Channel) is not null));
    }

    [Fact]
    public void Every_event_of_the_payloads_is_read_and_none_throws()
    {
        var push = new SlackPush("s", posts, [new(Channel, "feedback"), new("", "")]);
        var changed = Assert.Single(push.Event(Payloads.Body("slack", "con-socketmode-message_changed.json").GetProperty("payload").GetProperty("event")).Posts);
        Assert.Equal(($"{Channel}/1763712300.000100", "new message (edited)", DateTimeOffset.FromUnixTimeSeconds(1763712310)), (changed.Identity.Id, changed.Text, changed.EditedAt));
        Assert.Equal("@U0BOTUSER1 help", Assert.Single(push.Event(Payloads.Body("slack", "con-socketmode-app_mention.json").GetProperty("payload").GetProperty("event")).Posts).Text);

        foreach (var file in Payloads.Of("slack"))
        {
            var body = Payloads.Body(file);
            if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("event", out var happened)) continue;
            // Shapes without a value: nothing in them can be a post, and that is said.
            Assert.Empty(push.Event(happened).Posts);
        }
    }

    [Theory]
    [InlineData("con-429.http.json", FailureKind.RateLimited)]
    [InlineData("con-error-account_inactive.http.json", FailureKind.Unauthorised)]
    [InlineData("con-error-invalid_auth.http.json", FailureKind.Unauthorised)]
    [InlineData("con-error-channel_not_found.http.json", FailureKind.Misconfigured)]
    [InlineData("con-error-not_in_channel.http.json", FailureKind.Misconfigured)]
    [InlineData("openapi-conversations.replies-default.json", FailureKind.Misconfigured)]
    public async Task An_error_says_what_is_to_be_done_whatever_its_status(string payload, FailureKind kind)
    {
        await using var bench = await SourceBench.StartAsync(_ => new(Payloads.Body("slack", payload).GetRawText(), Status: kind == FailureKind.RateLimited ? 429 : 200) { Headers = new Dictionary<string, string> { ["Retry-After"] = "30" } });

        var failure = Assert.IsType<PageFailure>(await Open(bench).ReadAsync(new("channels"), Cancel));

        Assert.Equal(kind, failure.Kind);
        Assert.Equal(kind == FailureKind.RateLimited, failure.NotBefore is not null);
    }

    [Fact]
    public void Unknown_fields_mixed_types_and_other_shapes_do_no_harm()
    {
        var post = posts.Of(Json("""
            {"type":7,"bot_id":"B1","username":"Deploys","ts":"1763712000.000100","text":"a &amp; b <https://x.example/_a_|_the_ log> *go*","thread_ts":"1763712000.000100","edited":[],"files":{"a":1},"reactions":[{"count":"2"},{"count":null}],"reply_count":"3","new":null}
            """), Channel)!;

        Assert.Equal("a & b _the_ log (https://x.example/_a_) go", post.Text);
        Assert.Equal((true, "Deploys", "B1"), (post.Author.Bot, post.Author.Handle, post.Author.Id));
        Assert.Equal((null, 2L, 3L), (post.InReplyTo, post.Counts.Likes, post.Counts.Replies));
        // A number has lost digits: it is no ts.
        Assert.Null(posts.Of(Json("""{"user":"U1","ts":1763712000.0001,"text":"x"}"""), Channel));
        var gone = posts.Of(Json("""{"subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.","ts":"1763712000.000100","latest_reply":"1763712060.000100"}"""), Channel)!;
        Assert.Equal(("", DateTimeOffset.FromUnixTimeMilliseconds(1763712060000)), (gone.Text, gone.DeletedAt));
    }

    [Fact]
    public async Task A_thread_is_read_and_a_check_tells_what_is_gone()
    {
        var room = new SlackRoom();
        room.Say(Ts(1), "Where is my train?");
        room.Say(Ts(2), "On its way", Ts(1));
        room.Say(Ts(3), "Another one");
        await using var bench = await SourceBench.StartAsync(room.Answer);
        var reader = Open(bench);

        var thread = Assert.IsType<SourcePage>(await ((IThreadReader)reader).ReadThreadAsync($"{Channel}/{Ts(1)}", null, Cancel));
        Assert.Equal(["On its way", "Where is my train?"], thread.Items.Select(item => item.Post.Text));
        room.Remove(Ts(3));
        var found = Assert.IsType<CheckedPosts>(await ((IPostChecker)reader).CheckAsync([$"{Channel}/{Ts(1)}", $"{Channel}/{Ts(2)}", $"{Channel}/{Ts(3)}", "C9/1", "nonsense"], Cancel));
        Assert.Equal(["Where is my train?", "On its way"], found.Posts.Select(post => post.Text));
        Assert.Equal([$"{Channel}/{Ts(3)}"], found.Missing);
    }

    [Fact]
    public async Task Events_are_read_when_they_are_signed_and_of_now()
    {
        await using var bench = await SourceBench.StartAsync(_ => new("{}"));
        var reader = (IPushReader)Open(bench);

        Assert.Equal("abc", Assert.IsType<PushChallenge>(await PushAsync(reader, """{"type":"url_verification","challenge":"abc"}""")).Text);
        var deleted = Assert.IsType<PushedPosts>(await PushAsync(reader, """
            {"type":"event_callback","event":{"type":"message","subtype":"message_deleted","channel":"C0FEEDBK1","ts":"1763712500.000100","event_ts":"1763712500.000100","deleted_ts":"1763712400.000100",
             "previous_message":{"type":"message","user":"U1","text":"secret","ts":"1763712400.000100"}}}
            """));
        Assert.Equal(("", $"{Channel}/1763712400.000100", DateTimeOffset.FromUnixTimeMilliseconds(1763712500000)), (deleted.Posts[0].Text, deleted.Posts[0].Identity.Id, deleted.Posts[0].DeletedAt));
        Assert.Empty(Assert.IsType<PushedPosts>(await PushAsync(reader, """{"type":"event_callback","event":{"type":"message","channel":"C0OTHER","user":"U1","text":"x","ts":"1763712400.000100"}}""")).Posts);

        Assert.IsType<PushRefused>(await PushAsync(reader, "{}", secret: "another"));
        Assert.IsType<PushRefused>(await PushAsync(reader, "{}", at: Now.AddSeconds(-301)));
        Assert.IsType<PushRefused>(await PushAsync(reader, "{}", at: Now.AddSeconds(301)));
        Assert.IsType<PushRefused>(await reader.ReadAsync(new("{}"u8.ToArray(), _ => null, Now), Cancel));
    }

    // The example of Slack's own documentation.
    [Fact]
    public void A_signature_is_made_as_Slack_makes_it()
    {
        var body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"u8;

        Assert.Equal("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SignedBody.Sign("8f742231b10e8888abcd99yyyzzz85a5", "v0", 1531420618, body));
    }

    private static Task<PushAnswer> PushAsync(IPushReader reader, string body, string secret = "signing", DateTimeOffset? at = null)
    {
        var (bytes, seconds) = (Encoding.UTF8.GetBytes(body), (at ?? Now).ToUnixTimeSeconds());
        var headers = new Dictionary<string, string> { ["X-Slack-Request-Timestamp"] = seconds.ToString(CultureInfo.InvariantCulture), ["X-Slack-Signature"] = SignedBody.Sign(secret, "v0", seconds, bytes) };
        return reader.ReadAsync(new(bytes, headers.GetValueOrDefault, Now), Cancel);
    }

    private static string Ts(int number) => string.Create(CultureInfo.InvariantCulture, $"1763712{number:D3}.000100");

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private static ISourceReader Open(SourceBench bench) => new SlackConnector(bench.Http, TimeProvider.System).Open(new("slack", new Dictionary<string, string>
    {
        ["address"] = bench.Stub.Address.AbsoluteUri, ["token"] = "t", ["channels"] = $"{Channel} feedback", ["signing-secret"] = "signing",
    }));
}
