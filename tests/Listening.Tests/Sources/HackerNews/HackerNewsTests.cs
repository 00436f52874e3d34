using System.Text.Json;
using Listening.Brands;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.HackerNews;
using Xunit;

namespace Listening.Tests.Sources.HackerNews;

public sealed class HackerNewsTests
{
    private static readonly Brand Acme = new() { Name = "Acme", Handles = ["hackernews:acmehq", "mastodon:acme@example.org"], Watch = ["acme", "acme AND (train OR bus)", "\"red acme\""] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_payload_is_the_post_that_it_tells()
    {
        var hit = HackerNewsPosts.OfHit(Payloads.Body("hackernews", "con-algolia-page1.json").GetProperty("hits")[0])!;
        Assert.Equal((new PostId("hackernews", "3"), "u", "Acme checkout is down"), (hit.Identity, hit.Author.Handle, hit.Text));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1795255203), null, "3"), (hit.SourcePostedAt, hit.InReplyTo, hit.Conversation));
        Assert.Equal((3L, 1L), (hit.Counts.Likes, hit.Counts.Replies));
        Assert.Equal(new Attachment("card", "https://example.com/", null), Assert.Single(hit.Attachments));
        Assert.Equal("https://news.ycombinator.com/item?id=3", hit.Url);

        var story = HackerNewsPosts.OfItem(Payloads.Body("hackernews", "con-item-story.json"))!;
        Assert.Equal(("8863", "My YC app: Dropbox - Throw away your USB drive", null), (story.Identity.Id, story.Text, story.InReplyTo));
        Assert.Equal((111L, 71L), (story.Counts.Likes, story.Counts.Replies));

        var option = HackerNewsPosts.OfItem(Payloads.Body("hackernews", "con-item-pollopt.json"))!;
        Assert.Equal(("160705", "160704", "Yes, ban them; I'm tired of seeing Valleywag stories on News.YC."), (option.Identity.Id, option.InReplyTo, option.Text));

        var unknown = HackerNewsPosts.OfItem(Payloads.Body("hackernews", "con-item-unknown-type.json"))!;
        Assert.Equal(("4005", "?"), (unknown.Identity.Id, unknown.Text));

        Assert.Null(HackerNewsPosts.OfItem(Payloads.Body("hackernews", "con-item-deleted.json")));
        Assert.Null(HackerNewsPosts.OfItem(Payloads.Body("hackernews", "con-updates.json")));
        Assert.Null(HackerNewsPosts.OfItem(JsonSerializer.Deserialize<JsonElement>("null")));
    }

    [Fact]
    public void Text_with_names_of_characters_and_open_paragraphs_is_plain()
    {
        var item = JsonSerializer.Deserialize<JsonElement>("""
            {"id":"77","by":"ana","time":"1795255203.0","parent":76,"text":"Acme&#x27;s site &amp; app are down.<p>See <a href=\"https:&#x2F;&#x2F;acme.example&#x2F;status\" rel=\"nofollow\">https:&#x2F;&#x2F;acme.example&#x2F;status</a><p><i>Again.</i>","kids":"none","score":[1]}
            """);

        var post = HackerNewsPosts.OfItem(item)!;

        Assert.Equal("Acme's site & app are down.\n\nSee https://acme.example/status\n\nAgain.", post.Text);
        Assert.Equal(("77", "76", DateTimeOffset.FromUnixTimeSeconds(1795255203)), (post.Identity.Id, post.InReplyTo, post.SourcePostedAt));
        Assert.Null(post.Counts.Likes);
    }

    [Fact]
    public async Task Each_phrase_and_each_account_of_the_brands_is_a_listing_of_its_own()
    {
        await using var bench = await SourceBench.StartAsync(_ => new("""{"hits":[],"page":0,"nbPages":0}"""));
        var reader = Open(bench, new Dictionary<string, string> { ["search-address"] = bench.Stub.Address.AbsoluteUri });

        Assert.Equal(["search:acme", "search:red acme", "account:acmehq"], reader.Streams.Select(stream => stream.Name));
        foreach (var stream in reader.Streams) Assert.Equal(PageEnd.Complete, Assert.IsType<SourcePage>(await reader.ReadAsync(new(stream.Name), Cancel)).End);
        Assert.Equal(
            ["query=%22acme%22&tags=(story,comment,poll)", "query=%22red%20acme%22&tags=(story,comment,poll)", "query=&tags=(story,comment,poll),author_acmehq"],
            bench.Stub.Requests.Select(request => request[(request.IndexOf('?', StringComparison.Ordinal) + 1)..request.IndexOf("&typo", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_thread_is_the_post_what_it_answers_and_all_that_answers_it()
    {
        await using var bench = await SourceBench.StartAsync(request => new(request.Path.Value switch
        {
            "/api/v1/items/10" => """
                {"id":10,"author":"ana","created_at_i":1795255203,"text":"Acme is down","parent_id":9,"story_id":9,"points":null,"children":[
                  {"id":11,"author":"acmehq","created_at_i":1795255260,"text":"Looking into it","parent_id":10,"story_id":9,"children":[
                    {"id":12,"author":null,"created_at_i":1795255270,"text":null,"parent_id":11,"story_id":9,"children":[
                      {"id":13,"author":"ben","created_at_i":1795255280,"text":"Thanks","parent_id":12,"story_id":9,"children":[]}]}]}]}
                """,
            "/v0/item/9.json" => """{"id":9,"by":"zoe","time":1795255000,"type":"story","title":"Trains","descendants":3}""",
            _ => "null",
        }));
        var reader = (IThreadReader)Open(bench, Addresses(bench));

        var page = Assert.IsType<SourcePage>(await reader.ReadThreadAsync("10", null, Cancel));

        Assert.Equal([("9", null), ("10", "9"), ("11", "10"), ("13", "12")], page.Items.Select(item => (item.Post.Identity.Id, item.Post.InReplyTo)));
    }

    [Fact]
    public async Task A_check_tells_what_was_taken_away_and_is_silent_on_what_is_hidden_or_unknown()
    {
        await using var bench = await SourceBench.StartAsync(request => new(request.Path.Value switch
        {
            "/v0/item/1.json" => """{"id":1,"by":"ana","time":1795255203,"text":"Acme again","type":"comment","parent":9}""",
            "/v0/item/2.json" => """{"id":2,"deleted":true,"time":1795255203,"type":"comment","parent":9}""",
            "/v0/item/3.json" => """{"id":3,"by":"ben","dead":true,"time":1795255203,"text":"[flagged]","type":"comment","parent":9}""",
            _ => "null",
        }));
        var reader = (IPostChecker)Open(bench, Addresses(bench));

        var found = Assert.IsType<CheckedPosts>(await reader.CheckAsync(["1", "2", "3", "4", "../5"], Cancel));

        Assert.Equal(["1"], found.Posts.Select(post => post.Identity.Id));
        Assert.Equal(["2"], found.Missing);
        Assert.Equal(4, bench.Stub.Requests.Count);
    }

    [Fact]
    public void Nothing_to_look_for_is_a_fault_of_the_settings()
    {
        using var http = new Listening.Sources.Http.OutgoingHttp(Listening.Sources.Http.OutgoingRules.Read(""), TimeProvider.System);

        var fault = Assert.Throws<SourceSettingsException>(() => new HackerNewsConnector(http, TimeProvider.System).Open(new("hn", new Dictionary<string, string>())));

        Assert.Equal("terms", fault.Setting);
    }

    private static Dictionary<string, string> Addresses(SourceBench bench) => new() { ["search-address"] = bench.Stub.Address.AbsoluteUri, ["items-address"] = bench.Stub.Address.AbsoluteUri };

    private static ISourceReader Open(SourceBench bench, Dictionary<string, string> values) =>
        new HackerNewsConnector(bench.Http, TimeProvider.System).Open(new("hn", values) { Brands = [Acme] });
}
