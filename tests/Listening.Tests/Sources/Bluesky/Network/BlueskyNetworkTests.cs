using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>The connector on Bluesky's own servers.</summary>
public sealed class BlueskyNetworkTests(BlueskyNetwork network, EngineFixture engine) : IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await network.ReadyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Three_pages_of_one_instant_arrive_once_though_a_post_goes_between_them()
    {
        var (brand, customer) = (await network.UserAsync("acmepages"), await network.UserAsync("customer"));
        var at = TimeProvider.System.GetUtcNow().AddHours(-1);
        foreach (var some in Enumerable.Range(0, 250).Chunk(125)) await customer.ManyAsync(some.Select(number => $"samovar {number} is late"), at);
        var old = await customer.PostAsync("the oldest samovar", at.AddHours(-1));
        await customer.ShownAsync(old.Uri);
        await using var proxy = await FaultProxy.StartAsync(network.Address);
        using var bench = new NetworkBench(proxy.Address, brand.Handle);
        proxy.IsLost = async (method, number) =>
        {
            if (method != "app.bsky.feed.searchPosts" || number != 1) return false;
            await customer.DeleteAsync(old.Uri);
            await customer.GoneAsync(old.Uri);
            return false;
        };

        var report = await bench.PullAsync("samovar");

        Assert.Null(report.Failure);
        Assert.Equal(3, proxy.Count("app.bsky.feed.searchPosts"));
        Assert.Equal(Enumerable.Range(0, 250).Select(number => $"samovar {number} is late").Order(), bench.Posts.Select(post => post.Text).Order());
        Assert.Equal(0, (await bench.PullAsync("samovar")).Receipt.Accepted);
        Assert.Empty(bench.Store.Gaps);
    }

    [Fact]
    public async Task A_conversation_of_eleven_is_read_from_its_middle_with_its_quote_seen_as_a_mention()
    {
        var (brand, customer) = (await network.UserAsync("acmethread"), await network.UserAsync("customer"));
        var root = await customer.PostAsync("where is my kettle?");
        var chain = new List<(string Uri, string Cid)> { root };
        for (var i = 1; i <= 10; i++) chain.Add(await (i % 2 == 0 ? customer : brand).ReplyAsync($"reply {i}", root, chain[^1]));
        var quoting = BlueskyUser.Record("look at this");
        quoting["embed"] = new JsonObject { ["$type"] = "app.bsky.embed.record", ["record"] = BlueskyUser.Reference(chain[1]) };
        var quote = await customer.PostAsync(quoting);
        await customer.ShownAsync(quote.Uri);
        using var bench = new NetworkBench(network.Address, brand.Handle);

        var page = Assert.IsType<SourcePage>(await bench.Threads.ReadThreadAsync(chain[5].Uri, null, Cancel));
        Assert.Null((await bench.PullAsync()).Failure);

        Assert.Equal(chain.Select(post => post.Uri).Order(), page.Items.Select(item => item.Post.Identity.Id).Order());
        Assert.All(page.Items.Where(item => item.Post.InReplyTo is not null), item => Assert.Equal(root.Uri, item.Post.Conversation));
        Assert.Equal(chain[1].Uri, bench.Posts.Single(post => post.Identity.Id == quote.Uri).QuoteOf);
        Assert.Equal(PageEnd.Complete, Assert.IsType<SourcePage>(await bench.Threads.ReadThreadAsync($"at://{customer.Did}/app.bsky.feed.post/3kzzzzzzzzz2z", null, Cancel)).End);
    }

    [Fact]
    public async Task An_edit_a_deletion_and_an_author_who_left_for_a_while_are_told_apart()
    {
        var (brand, customer, leaver) = (await network.UserAsync("acmecheck"), await network.UserAsync("customer"), await network.UserAsync("leaver"));
        var (edited, deleted, left) = (await customer.PostAsync("teapot one"), await customer.PostAsync("teapot two"), await leaver.PostAsync("teapot three"));
        await leaver.ShownAsync(left.Uri);
        using var bench = new NetworkBench(network.Address, brand.Handle) { Brands = [new() { Name = "Leaver", Kind = BrandKind.Competitor, Handles = [$"bluesky:{leaver.Handle}"] }] };
        Assert.Null((await bench.PullAsync("teapot")).Failure);
        Assert.Equal(3, bench.Posts.Count);

        await customer.WriteOverAsync(edited.Uri, BlueskyUser.Record("teapot one, with a lid"));
        await customer.DeleteAsync(deleted.Uri);
        await leaver.DeactivateAsync();
        await customer.GoneAsync(deleted.Uri);
        await customer.GoneAsync(left.Uri);
        await customer.ShownAsync(edited.Uri, post => post.GetProperty("cid").GetString() != edited.Cid);
        var check = Assert.IsType<CheckedPosts>(await bench.Checker.CheckAsync([edited.Uri, deleted.Uri, left.Uri], Cancel));
        var report = await bench.PullAsync("teapot");

        Assert.Equal("teapot one, with a lid", Assert.Single(check.Posts).Text);
        Assert.NotNull(check.Posts[0].EditedAt);
        Assert.Equal([deleted.Uri], check.Missing);
        // Whose feed is closed is said; everything else goes on.
        Assert.Equal(FailureKind.Misconfigured, report.Failure?.Kind);
        Assert.Contains($"the feed of {leaver.Handle}", report.Failure!.Reason, StringComparison.Ordinal);
        Assert.Equal("teapot one, with a lid", bench.Posts.Single(post => post.Identity.Id == edited.Uri).Text);
    }

    [Fact]
    public async Task Posts_of_1998_and_2031_are_taken_with_the_instants_they_claim()
    {
        var (brand, customer) = (await network.UserAsync("acmetime"), await network.UserAsync("customer"));
        using var bench = new NetworkBench(network.Address, brand.Handle);
        await customer.ShownAsync((await customer.PostAsync("cafetiere now")).Uri);
        Assert.Null((await bench.PullAsync("cafetiere")).Failure);
        var old = await customer.PostAsync("cafetiere then", new(1998, 4, 1, 12, 0, 0, TimeSpan.Zero));
        var future = await customer.PostAsync("cafetiere to come", new(2031, 4, 1, 12, 0, 0, TimeSpan.Zero));
        await customer.ShownAsync(future.Uri);

        Assert.Null((await bench.PullAsync("cafetiere")).Failure);

        Assert.Equal(3, bench.Posts.Count);
        Assert.Equal(1998, bench.Posts.Single(post => post.Identity.Id == old.Uri).SourcePostedAt.Year);
        Assert.Equal(2031, bench.Posts.Single(post => post.Identity.Id == future.Uri).SourcePostedAt.Year);
    }

    [Fact]
    public async Task A_session_that_is_not_accepted_any_more_is_refreshed_and_kept_over_runs()
    {
        var brand = await network.UserAsync("acmesession");
        await using var proxy = await FaultProxy.StartAsync(network.Address);
        using var bench = new NetworkBench(proxy.Address, brand.Handle);
        await bench.PullAsync("percolator");
        proxy.Before = (method, number, request) =>
        {
            if (method == "app.bsky.feed.searchPosts" && number == 2) request.Headers.Authorization = new("Bearer", "worn-out");
        };

        Assert.Null((await bench.PullAsync("percolator")).Failure);
        Assert.Null((await bench.PullAsync("percolator")).Failure);

        Assert.Equal((1, 1), (proxy.Count("com.atproto.server.createSession"), proxy.Count("com.atproto.server.refreshSession")));
    }

    [Fact]
    public async Task Too_many_sign_ins_are_told_with_the_instant_that_the_server_says()
    {
        var brand = await network.UserAsync("acmelimit");
        using var http = new HttpClient { BaseAddress = network.Address };
        for (var i = 0; i < 30; i++) (await http.PostAsJsonAsync("/xrpc/com.atproto.server.createSession", new { identifier = brand.Handle, password = BlueskyUser.Password }, Cancel)).Dispose();
        using var bench = new NetworkBench(network.Address, brand.Handle);

        var failure = (await bench.PullAsync()).Failure!;

        Assert.Equal(FailureKind.RateLimited, failure.Kind);
        Assert.InRange(failure.NotBefore!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task An_app_view_that_is_away_is_unreachable_and_costs_no_sign_in()
    {
        var (process, address) = await network.AloneAsync();
        await using var _ = process;
        var brand = await BlueskyUser.CreateAsync(address, "acmealone.test");
        await using var proxy = await FaultProxy.StartAsync(address);
        using var bench = new NetworkBench(proxy.Address, brand.Handle);

        for (var run = 0; run < 3; run++) Assert.Equal(FailureKind.Unreachable, (await bench.PullAsync("espresso")).Failure?.Kind);

        Assert.Equal(1, proxy.Count("com.atproto.server.createSession"));
        Assert.Empty(bench.Posts);
    }

    [Fact]
    public async Task A_reply_whose_answer_is_cut_is_not_posted_twice()
    {
        var (brand, customer) = (await network.UserAsync("acmereply"), await network.UserAsync("customer"));
        var asked = await customer.PostAsync("where is my grinder?");
        await customer.ShownAsync(asked.Uri);
        await using var proxy = await FaultProxy.StartAsync(network.Address);
        using var bench = new NetworkBench(proxy.Address, brand.Handle);
        var channel = (IReplyChannel)bench.Open();
        var draft = new ReplyDraft(Guid.CreateVersion7(), new("bluesky", asked.Uri), $"Hi 😊 @{customer.Handle}: see https://example.com/grinder. #grinder", "en");
        // The answer is lost, and so is that to the question whether it arrived.
        proxy.IsLost = (method, number) => Task.FromResult(method == "com.atproto.repo.createRecord" || (method == "com.atproto.repo.getRecord" && number == 2));

        var first = await channel.SendAsync(draft, Cancel);
        var second = await channel.SendAsync(draft, Cancel);
        var third = await channel.SendAsync(draft, Cancel);

        Assert.Equal(FailureKind.Unreachable, Assert.IsType<ReplyFailed>(first).Failure.Kind);
        var sent = Assert.IsType<ReplySent>(second);
        Assert.Equal(sent, third);
        Assert.Equal(1, proxy.Count("com.atproto.repo.createRecord"));
        await customer.ShownAsync(sent.Post.Id);
        Assert.Null((await bench.PullAsync()).Failure);
        var post = Assert.Single(bench.Posts, post => post.Author.Handle == brand.Handle);
        Assert.Equal((sent.Post, asked.Uri, asked.Uri, draft.Text, "en"), (post.Identity, post.InReplyTo, post.Conversation, post.Text, post.Language));
        Assert.Equal([customer.Handle], post.Mentions);
        Assert.Equal(["grinder"], post.Tags);
    }

    [Fact]
    public async Task What_can_never_be_sent_is_refused_and_nothing_is_posted()
    {
        var (brand, customer) = (await network.UserAsync("acmerefuse"), await network.UserAsync("customer"));
        var asked = await customer.PostAsync("where is my filter?");
        await customer.ShownAsync(asked.Uri);
        using var bench = new NetworkBench(network.Address, brand.Handle);
        var channel = (IReplyChannel)bench.Open();
        Task<ReplyOutcome> Send(string id, string text) => channel.SendAsync(new(Guid.CreateVersion7(), new("bluesky", id), text), Cancel);

        // A family of four is one character.
        Assert.IsType<ReplySent>(await Send(asked.Uri, string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 100)) + new string('x', 200)));
        Assert.Contains("301", Assert.IsType<ReplyRefused>(await Send(asked.Uri, new string('x', 301))).Reason, StringComparison.Ordinal);
        await customer.DeleteAsync(asked.Uri);
        await customer.GoneAsync(asked.Uri);
        Assert.Equal("The post is gone.", Assert.IsType<ReplyRefused>(await Send(asked.Uri, "Here.")).Reason);
    }

    [Fact]
    public async Task A_reply_from_elsewhere_and_a_competitors_end_the_wait_with_the_next_cycle()
    {
        var (acme, rival, customer) = (await network.UserAsync("acmewait"), await network.UserAsync("rivalwait"), await network.UserAsync("customer"));
        IReadOnlyList<Brand> brands =
        [
            new() { Name = "Acme", Handles = [$"bluesky:{acme.Handle}"], Watch = ["zarfacme"] },
            new() { Name = "Rival", Kind = BrandKind.Competitor, Handles = [$"bluesky:{rival.Handle}"], Watch = ["zarfrival"] },
        ];
        using var bench = new NetworkBench(network.Address, acme.Handle) { Brands = brands };
        await using var fresh = await OpenStore.NewAsync(engine);
        await using var store = await fresh.AgainAsync(new(brands));
        var asked = await customer.PostAsync("zarfacme or zarfrival, who is quicker?");
        await customer.ShownAsync(asked.Uri);
        async Task<(bool Acme, bool Rival)> Answered()
        {
            Assert.Null((await bench.PullAsync()).Failure);
            await store.StoreAndProjectAsync(bench.Store.Batches.SelectMany(batch => batch.Posts));
            var waits = (await store.Room.Conversations.ConversationAsync(new("bluesky", asked.Uri), Cancel))!.Waits;
            return (waits.Single(wait => wait.Brand == "Acme").ClosedAt is not null, waits.Single(wait => wait.Brand == "Rival").ClosedAt is not null);
        }

        Assert.Equal((false, false), await Answered());
        await acme.ReplyAsync("We are.", asked, asked);
        await acme.ShownAsync((await rival.ReplyAsync("No, we are.", asked, asked)).Uri);

        Assert.Equal((true, true), await Answered());
    }
}
