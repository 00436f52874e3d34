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
        var expected = IndependentClock.Run(posts, new(brands)).Select(wait => new Fact(wait.Opener.Id, wait.Brand, wait.Number, wait.Episode, wait.FirstOfEpisode,
            wait.Opener.At, wait.AnsweredAt, wait.GoneAt, wait.Skewed, wait.RepliedAt, wait.RivalAt));
        var actual = ByTheProduct(posts, new(brands)).ToList();
        Assert.True(actual.Count > 20);
        Assert.Equal(expected.OrderBy(fact => fact.ToString(), StringComparer.Ordinal), actual.OrderBy(fact => fact.ToString(), StringComparer.Ordinal));
    }

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
