using System.Text.Json.Nodes;
using Listening.Brands;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Mastodon;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Sources.Contract;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Mastodon;

public sealed class MastodonReaderTests : IAsyncDisposable
{
    private readonly MemoryPullStore store = new();
    private MastodonVillage village = new();
    private SourceBench bench = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Only_what_everybody_may_read_is_taken_also_of_what_was_sent_to_us()
    {
        var asked = village.Write("ana", "everybody #train");
        village.Write("acme", "followers only", visibility: "private");
        village.Write("ben", "@acme to you alone", asked, visibility: "direct");
        village.Write("ben", "@acme between us", visibility: "direct");
        village.Write("zoe", "@acme quietly", visibility: "unlisted");
        await PullAsync(token: true);

        Assert.Equal(["ana@example.org", "zoe@example.org"], Posts().Select(post => post.Author.Handle).Order());
        var thread = Assert.IsType<SourcePage>(await ((IThreadReader)Open(token: true)).ReadThreadAsync(MastodonVillage.Uri("ana", asked), null, Cancel));
        Assert.Equal("ana@example.org", Assert.Single(thread.Items).Post.Author.Handle);
    }

    [Fact]
    public async Task A_boost_is_the_post_it_boosts_and_a_parent_that_no_listing_gave_is_named_by_its_own_address()
    {
        var parent = village.Write("ana", "no tag at all");
        village.Write("ben", "me too #train", parent);
        village.Write("zoe", "#train", also: status =>
        {
            status["reblog"] = village.Statuses[0].DeepClone();
            status["content"] = "<p>#train</p>";
        });
        await PullAsync(token: false);

        Assert.Equal([("ben@example.org", MastodonVillage.Uri("ana", parent)), ("ana@example.org", null)], Posts().Select(post => (post.Author.Handle, post.InReplyTo)));
    }

    [Fact]
    public async Task A_warning_is_part_of_the_text_and_an_edit_is_a_later_version()
    {
        village.Write("ana", "the train #train", also: status =>
        {
            status["spoiler_text"] = "late again";
            status["edited_at"] = "2026-01-05T10:00:00.500Z";
            status["language"] = "pt-BR";
            status["quote"] = new JsonObject { ["state"] = "accepted", ["quoted_status"] = MastodonTimeline.Status("7", "quoted", Some.Instant, "zoe") };
            status["media_attachments"] = new JsonArray(new JsonObject { ["type"] = "image", ["url"] = "https://example.org/a.png", ["description"] = "a queue" });
            status["tags"] = new JsonArray(new JsonObject { ["name"] = "train" });
        });
        await PullAsync(token: false);

        var post = Assert.Single(Posts());
        Assert.Equal("late again\n\nthe train #train", post.Text);
        Assert.Equal(("pt", MastodonVillage.Uri("zoe", "7")), (post.Language, post.QuoteOf));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 10, 0, 0, 500, TimeSpan.Zero), post.EditedAt);
        Assert.Equal((new Attachment("image", "https://example.org/a.png", "a queue"), "train"), (Assert.Single(post.Attachments), Assert.Single(post.Tags)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thread_has_what_the_post_answers_and_what_answers_it_and_a_check_tells_edits_and_deletions(bool knowsSeveral)
    {
        village = new() { KnowsSeveral = knowsSeveral };
        var root = village.Write("ana", "where is it #train");
        var answer = village.Write("acme", "on its way", root);
        var thanks = village.Write("ana", "thanks", answer);
        await PullAsync(token: true);
        var reader = Open(token: true);

        var thread = Assert.IsType<SourcePage>(await ((IThreadReader)reader).ReadThreadAsync(MastodonVillage.Uri("acme", answer), null, Cancel));
        Assert.Equal([(root, null), (answer, root), (thanks, answer)], thread.Items.Select(item => (Id(item.Post.Identity.Id), item.Post.InReplyTo is { } parent ? Id(parent) : null)));

        village.Statuses.RemoveAll(status => (string)status["id"]! == thanks);
        village.Statuses.Single(status => (string)status["id"]! == root)["edited_at"] = "2026-01-05T11:00:00Z";
        var check = Assert.IsType<CheckedPosts>(await ((IPostChecker)reader).CheckAsync([.. new[] { ("ana", root), ("acme", answer), ("ana", thanks) }.Select(post => MastodonVillage.Uri(post.Item1, post.Item2)), "https://elsewhere.example/1"], Cancel));
        Assert.Equal([MastodonVillage.Uri("ana", thanks)], check.Missing);
        Assert.Equal([null, new DateTimeOffset(2026, 1, 5, 11, 0, 0, TimeSpan.Zero)], check.Posts.Select(post => post.EditedAt).Order());
        Assert.Empty(Assert.IsType<SourcePage>(await ((IThreadReader)reader).ReadThreadAsync(MastodonVillage.Uri("ana", thanks), null, Cancel)).Items);
    }

    [Fact]
    public async Task What_a_server_does_not_show_without_a_token_is_said()
    {
        bench = await SourceBench.StartAsync(_ => new("""{"error":"This method requires an authenticated user"}""", Status: 422));
        var reader = Open(token: false);

        var failure = Assert.IsType<PageFailure>(await reader.ReadAsync(new(reader.Streams[0].Name), Cancel));

        Assert.Equal((FailureKind.Unauthorised, "127.0.0.1 shows this only with a token"), (failure.Kind, failure.Reason));
    }

    private static string Id(string uri) => uri.Split('/')[^1];

    private List<Post> Posts() => [.. store.Batches.SelectMany(batch => batch.Posts).Select(post => post.Post).DistinctBy(post => post.Identity)];

    private async Task PullAsync(bool token)
    {
        bench = await SourceBench.StartAsync(village.Answer);
        var (reader, time) = (Open(token), new FakeTimeProvider(village.Now));
        foreach (var stream in reader.Streams) Assert.Null((await new PullRun(reader, store, time).RunAsync(stream, store.Cursor(stream.Name), new(), Cancel)).Failure);
    }

    private ISourceReader Open(bool token)
    {
        var values = new Dictionary<string, string> { ["server"] = bench.Stub.Address.AbsoluteUri, ["hashtags"] = "train", ["domain"] = "example.org" };
        if (token) values["token"] = ConnectorStub.Secret;
        return new MastodonConnector(bench.Http, TimeProvider.System).Open(new("mastodon", values) { Brands = [new Brand { Name = "Acme", Handles = ["mastodon:acme@example.org"] }] });
    }
}
