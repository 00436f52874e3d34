using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Bluesky;
using Xunit;

namespace Listening.Tests.Sources.Bluesky;

/// <summary>Every answer recorded from a real service, and every snapshot of its own tests, becomes the posts that it shows.</summary>
public sealed class BlueskyPayloadTests
{
    private readonly BlueskyPost posts = new(new(TimeProvider.System));

    [Fact]
    public void Every_view_in_every_payload_is_a_post_with_its_own_words()
    {
        var views = Directory.EnumerateFiles(SharedData.Folder("payloads/bluesky"), "*.json").Where(file => !Path.GetFileName(file).StartsWith("lexicon-", StringComparison.Ordinal))
            .SelectMany(file => Views(JsonDocument.Parse(File.ReadAllBytes(file)).RootElement)).ToList();

        Assert.Equal(179, views.Count);
        foreach (var view in views)
        {
            var post = PostLimits.Checked(posts.Of(view));
            var record = view.GetProperty("record");
            Assert.Equal(view.GetProperty("uri").GetString(), post.Identity.Id);
            Assert.Equal(view.GetProperty("author").GetProperty("did").GetString(), post.Author.Id);
            Assert.Equal(record.GetProperty("createdAt").GetDateTimeOffset(), post.SourcePostedAt);
            Assert.StartsWith(new string([.. record.GetProperty("text").GetString()!.TakeWhile(character => character is not ('\n' or '\u200b' or ' '))]), post.Text, StringComparison.Ordinal);
            Assert.Equal(record.TryGetProperty("reply", out var reply) ? reply.GetProperty("parent").GetProperty("uri").GetString() : null, post.InReplyTo);
            Assert.Equal(view.GetProperty("likeCount").GetInt64(), post.Counts.Likes);
        }
    }

    [Fact]
    public void Facets_become_text_with_links_mentions_and_tags()
    {
        var post = Recorded("lab-authorFeed-bob-with-repost.http.json").First(post => post.Text.StartsWith("@brand", StringComparison.Ordinal));

        Assert.Equal("@branda1.test checkout is broken 😡🔥 see https://example.com/a/very/long/path?x=1&y=2 #acme", post.Text);
        Assert.Equal(["branda1.test"], post.Mentions);
        Assert.Equal(["acme"], post.Tags);
        Assert.Equal("en", post.Language);
        Assert.Equal("https://bsky.app/profile/did:plc:3ibnntrggil5pwrmd7vhuwyq/post/3n2uaqo7nr22x", post.Url);
    }

    [Fact]
    public void Embeds_become_attachments_and_quotes()
    {
        var embeds = Recorded("lab-getPosts-embeds.http.json");
        var feed = Recorded("lab-authorFeed-bob-with-repost.http.json");

        var picture = Assert.Single(embeds[0].Attachments);
        Assert.Equal(("image", "error page"), (picture.Kind, picture.Alt));
        Assert.EndsWith("/bafkreidlp6sdj6jkroakvmbntpy2clsj77foijheae5byt3iwz7d2k542a", picture.Url, StringComparison.Ordinal);
        Assert.Equal(["acme", "support"], embeds[1].Tags);
        Assert.Equal("acme checkout\n\nline two tab zero width \u202e rlo", embeds[2].Text);
        Assert.Equal("acme checkout <script>alert(1)</script> & \"quotes\" 'x' &amp; literal", embeds[3].Text);
        // The quoted post is deleted; whom it quoted is known all the same.
        Assert.Equal("at://did:plc:22yiji6g3qwoquar6mzjklup/app.bsky.feed.post/3n2uaqpcptc2x", feed[1].QuoteOf);
        Assert.Equal(new Attachment("link", "https://example.com/blog", "Acme review"), Assert.Single(Recorded("lab-searchPosts-page1.http.json")[1].Attachments));
        Assert.Equal(("video", "alt text"), Snapshot("snap-posts-pds_posts_views_embeds_video._1.json") is [{ Attachments: [var film] }] ? (film.Kind, film.Alt) : default);
        Assert.Equal(("image", "landscape", "record(2)"), Snapshot("snap-posts-pds_posts_views_embeds_gallery_with_record._1.json") is [{ Attachments: [var view] } quoting] ? (view.Kind, view.Alt, quoting.QuoteOf) : default);
    }

    [Fact]
    public void Whoever_is_written_over_is_edited_when_it_is_seen()
    {
        var now = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now);
        var memory = new BlueskyPost(new(time));
        string View(string cid, string text) => $$"""{"uri":"at://did:plc:a/app.bsky.feed.post/1","cid":"{{cid}}","author":{"did":"did:plc:a","handle":"a.test"},"record":{"text":"{{text}}","createdAt":"2026-11-01T10:00:00+02:00"} }""";
        Post Read(string cid, string text) => memory.Of(JsonDocument.Parse(View(cid, text)).RootElement);

        Assert.Null(Read("c1", "one").EditedAt);
        Assert.Null(Read("c1", "one").EditedAt);
        Assert.Equal(now, Read("c2", "two").EditedAt);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(now, Read("c2", "two").EditedAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero), Read("c2", "two").SourcePostedAt);
    }

    [Theory]
    [InlineData("1960-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("yesterday")]
    public void An_instant_that_no_post_can_have_is_that_of_the_indexing(string created)
    {
        var view = $$"""{"uri":"at://did:plc:a/app.bsky.feed.post/1","author":{"did":"did:plc:a","handle":"handle.invalid"},"record":{"text":"x","createdAt":"{{created}}"},"indexedAt":"2026-11-01T10:00:00.123456Z"}""";

        var post = posts.Of(JsonDocument.Parse(view).RootElement);

        Assert.Equal(new DateTimeOffset(2026, 11, 1, 10, 0, 0, 123, TimeSpan.Zero), post.SourcePostedAt);
        Assert.Equal("did:plc:a", post.Author.Handle);
    }

    private Post[] Recorded(string file) => [.. Views(Payload(file).GetProperty("response")).Select(posts.Of)];

    private Post[] Snapshot(string file) => [.. Views(Payload(file)).Select(posts.Of)];

    private static JsonElement Payload(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Folder("payloads/bluesky"), file))).RootElement;

    private static IEnumerable<JsonElement> Views(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Views),
        JsonValueKind.Object when IsView(json) => [json, .. json.EnumerateObject().Where(field => field.Name != "record").SelectMany(field => Views(field.Value))],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(field => Views(field.Value)),
        _ => [],
    };

    private static bool IsView(JsonElement json) => json.TryGetProperty("uri", out _) && json.TryGetProperty("author", out _) && json.TryGetProperty("likeCount", out _)
        && json.TryGetProperty("record", out var record) && record.ValueKind == JsonValueKind.Object && record.TryGetProperty("createdAt", out _);
}
