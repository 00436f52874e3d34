using Listening.Brands;
using Listening.Collecting;
using Listening.Conversations;
using Xunit;

namespace Listening.Tests.Sceptic;

/// <summary>The product's clock against the sceptic's, conversation by conversation, without a store between them.</summary>
public sealed class ClockAgreementTests
{
    [Theory]
    [InlineData("airline", false)]
    [InlineData("carrier", false)]
    [InlineData("house", false)]
    [InlineData("airline", true)]
    [InlineData("carrier", true)]
    [InlineData("house", true)]
    public void Every_wait_equals_the_independent_one(string registry, bool derived)
    {
        var brands = Registries.Named(registry);
        var posts = TwcsFile.Read(SharedData.File("twcs_threads/twcs.csv"));
        if (derived) posts = DerivedCopy.Of(posts, registry, Registries.RivalHandles(brands));
        var expected = ByTheSceptic(posts, new(brands));
        var actual = ByTheProduct(posts, new(brands)).ToList();
        Assert.True(actual.Count > 20);
        Assert.Equal(expected.OrderBy(fact => fact.ToString(), StringComparer.Ordinal), actual.OrderBy(fact => fact.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_wait_of_ten_thousand_random_histories_equals_the_independent_one()
    {
        Brand[] brands =
        [
            new() { Name = "Delta", Kind = BrandKind.Own, Handles = ["twitter:delta"] },
            new() { Name = "Apple", Kind = BrandKind.Own, Handles = ["twitter:apple"] },
            new() { Name = "Verizon", Kind = BrandKind.Competitor, Handles = ["twitter:verizon"] },
            new() { Name = "Sprint", Kind = BrandKind.Competitor, Handles = ["*:sprint"] },
        ];
        var (known, registry, differ) = (new Known(brands), new BrandRegistry(brands), new Disagreements());
        for (var seed = 0; seed < 10_000; seed++)
        {
            var posts = RandomHistory.Of(seed, 14);
            differ.Compare(Shown(ByTheSceptic(posts, known)), Shown(ByTheProduct(posts, registry)), () => $"history {seed}\n{Told(posts)}");
        }
        differ.AssertNone(10_000);

        static string Shown(IEnumerable<Fact> facts) => string.Concat(facts.Select(fact => $"\n  {fact}").Order(StringComparer.Ordinal));
        static string Told(IReadOnlyList<Said> posts) => string.Join("\n", posts.OrderBy(post => post.At).Select(post =>
            $"  {(post.At - RandomHistory.Start).TotalSeconds} {post.Author}{(post.Bot ? " (bot)" : "")} {post.Id}→{post.Parent} @{string.Join(" @", post.Mentions)} {(post.DeletedAt - RandomHistory.Start)?.TotalSeconds}"));
    }

    private static IEnumerable<Fact> ByTheSceptic(IReadOnlyList<Said> posts, Known known) => IndependentClock.Run(posts, known).Select(wait => new Fact(
        wait.Opener.Id, wait.Brand, wait.Number, wait.Episode, wait.FirstOfEpisode, wait.Opener.At, wait.AnsweredAt, wait.GoneAt, wait.Skewed, wait.RepliedAt,
        wait.RivalAt));

    private static IEnumerable<Fact> ByTheProduct(IReadOnlyList<Said> posts, BrandRegistry registry)
    {
        var roots = Threads.RootsOf(posts);
        var ids = posts.ToDictionary(post => PostKey.Of(post.Source, post.Id), post => post.Id);
        return posts.GroupBy(post => roots[post.Id]).SelectMany(thread =>
            ConversationClock.Run([.. thread.Select(post => Shown(post, registry))], [], new(), registry)
                .Select(wait => new Fact(ids[wait.Opener], wait.Brand, wait.Number, wait.Episode, wait.FirstOfEpisode, wait.OpenedAt,
                    wait.ClosedAt, wait.CensoredAt, wait.Skewed, wait.RepliedAt, wait.RivalAt)));
    }

    private static ConversationPost Shown(Said said, BrandRegistry registry)
    {
        var post = new Post
        {
            Identity = new(said.Source, said.Id),
            Author = new(said.Author, said.Author, Bot: said.Bot, BrandAccount: said.Company),
            Text = said.Text,
            SourcePostedAt = said.At,
            Mentions = said.Mentions,
        };
        return new()
        {
            Post = PostKey.Of(post.Identity),
            PostedAt = said.At,
            DeletedAt = said.DeletedAt,
            Parent = said.Parent is { } parent ? PostKey.Of(said.Source, parent) : null,
            Author = said.Author,
            Handle = said.Author,
            Party = registry.PartyOf(post),
            Account = registry.AccountOf(post),
            Brands = registry.Named(post),
            Mentions = said.Mentions,
        };
    }

    private sealed record Fact(string Opener, string Brand, int Number, int Episode, bool First, DateTimeOffset Opened, DateTimeOffset? Answered,
        DateTimeOffset? Gone, bool Skewed, DateTimeOffset? Replied, DateTimeOffset? Rival);
}
