using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.X;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Sources.Contract;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.X;

/// <summary>Mentions, look-ups, conversations and answers, all behind the day's budget.</summary>
public sealed class XFollowTests : IAsyncLifetime
{
    private static readonly string[] Keys = ["consumer-key", "consumer-secret", "access-token", "access-secret"];
    private readonly FakeTimeProvider time = new(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryPullStore store = new();
    private XVillage village = null!;
    private SourceBench bench = null!;
    private XConnector connector = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        village = new(time);
        bench = await SourceBench.StartAsync(village.Answer);
        connector = new(bench.Http, time);
    }

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Mentions_are_a_listing_of_their_own_whose_account_is_paid_for_once()
    {
        var all = Enumerable.Range(0, 45).Select(number => village.Write("1", $"@acme number {number}", mentions: "acme")).ToList();
        Assert.Null((await PullAsync()).Failure);
        all.Add(village.Write("1", "@acme one more", mentions: "acme"));
        Assert.Null((await PullAsync()).Failure);

        Assert.Equal(all.Order(), store.Posts.Keys.Order());
        Assert.Single(bench.Stub.Requests, path => path.Contains("by/username", StringComparison.Ordinal));
        Assert.Equal(FailureKind.Misconfigured, (await PullAsync("nobody")).Failure?.Kind);
    }

    [Fact]
    public async Task A_look_up_tells_edits_and_deletions_and_a_protected_post_is_neither()
    {
        var (same, edited, deleted, hidden) = (village.Write("1", "as it was"), village.Write("1", "with a typo"), village.Write("1", "gone"), village.Write("1", "for friends"));
        village.Edit(edited, "without one");
        village.Posts.RemoveAll(post => (string)post["id"]! == deleted);
        village.Protected.Add(hidden);

        var check = Assert.IsType<CheckedPosts>(await ((IPostChecker)Open()).CheckAsync([same, edited, deleted, hidden, "no id"], Cancel));

        Assert.Equal([(same, "as it was"), (edited, "without one")], check.Posts.Select(post => (post.Identity.Id, post.Text)).OrderBy(post => post.Id, StringComparer.Ordinal));
        Assert.NotNull(check.Posts.Single(post => post.Identity.Id == edited).EditedAt);
        Assert.Equal([deleted], check.Missing);
    }

    [Fact]
    public async Task A_conversation_is_read_from_any_of_its_posts_page_by_page()
    {
        var root = village.Write("1", "where is my train?");
        var answers = Enumerable.Range(0, 30).Select(number => village.Write("2", $"answer {number}", root)).ToList();
        village.Write("3", "something else");
        var reader = (IThreadReader)Open();

        var first = Assert.IsType<SourcePage>(await reader.ReadThreadAsync(answers[3], null, Cancel));
        var second = Assert.IsType<SourcePage>(await reader.ReadThreadAsync(answers[3], first.Next, Cancel));

        Assert.Equal((PageEnd.More, PageEnd.Complete), (first.End, second.End));
        Assert.Equal([root, .. answers], first.Items.Concat(second.Items).Select(item => item.Post.Identity.Id).Order());
        Assert.All(second.Items, item => Assert.Equal(root, item.Post.Conversation));
        Assert.Empty(Assert.IsType<SourcePage>(await reader.ReadThreadAsync("5", null, Cancel)).Items);
    }

    [Fact]
    public async Task Looking_again_takes_a_third_of_the_day_and_leaves_the_rest_to_what_is_new()
    {
        var ids = Enumerable.Range(0, 30).Select(number => village.Write("1", $"post {number}")).ToList();
        var reader = (IPostChecker)Open(reads: 300);
        Assert.IsType<CheckedPosts>(await reader.CheckAsync(ids, Cancel));
        var asked = bench.Stub.Requests.Count;

        // Thirty posts of one author were 32 of a hundred; ninety might be needed for thirty of as many.
        var failure = Assert.IsType<PageFailure>(await reader.CheckAsync(ids, Cancel));
        Assert.Equal((FailureKind.BudgetSpent, new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero)), (failure.Kind, failure.NotBefore!.Value));
        Assert.Equal(asked, bench.Stub.Requests.Count);
        var page = Assert.IsType<SourcePage>(await ((ISourceReader)reader).ReadAsync(new("search"), Cancel));
        Assert.Equal(32, XMark.Read(page.Next!)!.Spent);
        time.Advance(TimeSpan.FromDays(1));
        Assert.IsType<CheckedPosts>(await reader.CheckAsync(ids, Cancel));
    }

    [Fact]
    public async Task A_reply_whose_answer_is_cut_is_sent_once_and_signed_by_the_account()
    {
        var asked = village.Write("1", "where is my train?");
        var draft = new ReplyDraft(Guid.CreateVersion7(time.GetUtcNow()), new("x", asked), "On platform 4 & on time: https://acme.example/4");
        bench.Stub.Fault = (_, context, _) =>
        {
            if (context.Request.Method == "POST") context.Abort();
            return Task.FromResult(context.Request.Method == "POST");
        };
        Assert.Equal(FailureKind.Unreachable, Assert.IsType<ReplyFailed>(await Channel().SendAsync(draft, Cancel)).Failure.Kind);
        bench.Stub.Fault = (_, _, _) => Task.FromResult(false);
        time.Advance(TimeSpan.FromMinutes(1));

        var second = Assert.IsType<ReplySent>(await Channel().SendAsync(draft, Cancel));
        // By another process that knows nothing of it.
        Assert.Equal(second, await Channel().SendAsync(draft, Cancel));

        var reply = Assert.Single(village.Posts, post => (string)post["author_id"]! == "900");
        Assert.Equal(((string)reply["id"]!, $"https://x.com/i/status/{second.Post.Id}"), (second.Post.Id, second.Url));
        Assert.All(village.Signatures, scheme => Assert.Equal("OAuth", scheme));
    }

    [Fact]
    public async Task What_X_will_never_take_is_refused_and_what_the_day_cannot_pay_waits_for_the_next()
    {
        var asked = village.Write("1", "where is my train?");
        Task<ReplyOutcome> Send(string text, string? parent = null, int reads = 1000) => Channel(reads).SendAsync(new(Guid.CreateVersion7(time.GetUtcNow()), new("x", parent ?? asked), text), Cancel);

        Assert.Equal("It has 281 characters as X counts them; X takes 280.", Assert.IsType<ReplyRefused>(await Send(new string('x', 281))).Reason);
        Assert.Contains("deleted or not visible", Assert.IsType<ReplyRefused>(await Send("Hello?", "5")).Reason, StringComparison.Ordinal);
        Assert.IsType<ReplySent>(await Send("On its way."));
        Assert.Equal(FailureKind.BudgetSpent, Assert.IsType<ReplyFailed>(await Send("See https://acme.example/", reads: 120)).Failure.Kind);
        Assert.Equal("This source has no keys of an account, so nothing can be sent by it.", Assert.IsType<ReplyRefused>(await ((IReplyChannel)Open()).SendAsync(new(Guid.CreateVersion7(), new("x", asked), "Hello"), Cancel)).Reason);
        Assert.Equal("access-token", Assert.Throws<SourceSettingsException>(() => Open(also: ("consumer-key", "a"), and: ("consumer-secret", "b"))).Setting);
    }

    [Theory]
    [InlineData("train", 5)]
    [InlineData("電車", 4)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("see https://acme.example/a/very/long/way/to/the/page", 27)]
    [InlineData("é“–”", 4)]
    public void A_text_is_as_long_as_X_takes_it_to_be(string text, int length) => Assert.Equal(length, XLength.Of(text));

    [Fact]
    public void A_signature_is_that_of_the_documentations_example()
    {
        var keys = new XKeys("xvz1evFS4wEEPTGEFPHBog", "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw", "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE");
        var address = new Uri("https://api.twitter.com/1/statuses/update.json?include_entities=true&status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21");

        var header = keys.Sign(HttpMethod.Post, address, "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", DateTimeOffset.FromUnixTimeSeconds(1318622958));

        Assert.EndsWith($"oauth_signature=\"{Uri.EscapeDataString("tnnArxj06cWHq44gCs1OSKk/jLY=")}\"", header, StringComparison.Ordinal);
        Assert.DoesNotContain(keys.TokenSecret, $"{header} {keys}", StringComparison.Ordinal);
    }

    private async Task<PullReport> PullAsync(string handle = "acme")
    {
        var reader = Open(handle: handle, also: ("mentions", "true"));
        var stream = reader.Streams.Single(stream => stream.Name == $"mentions:{handle}");
        return await new PullRun(reader, store, time).RunAsync(stream, store.Cursor(stream.Name), new(), Cancel);
    }

    private IReplyChannel Channel(int reads = 1000)
    {
        var fresh = new XConnector(bench.Http, time);
        return (IReplyChannel)fresh.Open(new("x", Values(reads).Concat(Keys.Select(key => KeyValuePair.Create(key, $"{ConnectorStub.Secret}-{key}"))).ToDictionary()) { Brands = Brands("acme") });
    }

    private ISourceReader Open(int reads = 1000, string handle = "acme", (string Name, string Value)? also = null, (string Name, string Value)? and = null)
    {
        var values = Values(reads);
        foreach (var (name, value) in new[] { also, and }.OfType<(string, string)>()) values[name] = value;
        return connector.Open(new("x", values) { Brands = Brands(handle) });
    }

    private Dictionary<string, string> Values(int reads) => new()
    {
        ["address"] = bench.Stub.Address.AbsoluteUri, ["token"] = ConnectorStub.Secret, ["reads"] = reads.ToString((IFormatProvider?)null),
    };

    private static Brand[] Brands(string handle) => [new() { Name = "Acme", Watch = ["acme"], Handles = [$"x:{handle}"] }];
}
