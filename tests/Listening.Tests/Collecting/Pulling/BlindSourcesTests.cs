using Listening.Access;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Sources.Discourse;
using Listening.Sources.Feeds;
using Listening.Sources.HackerNews;
using Listening.Sources.Http;
using Listening.Sources.Reddit;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Collecting.Pulling;

/// <summary>Which configured sources do not show answers, by what they were told.</summary>
public sealed class BlindSourcesTests : ISecretReader, IDisposable
{
    private readonly MemorySources sources = new();
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly OutgoingHttp http = new(OutgoingRules.PublicOnly, TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    [Fact]
    public async Task A_feed_and_what_is_read_by_its_feed_for_want_of_a_credential()
    {
        Add("acme-feed", "feed");
        Add("forum", "discourse");
        Add("other-forum", "discourse", "key");
        Add("reddit-feeds", "reddit");
        Add("news", "hackernews");
        Assert.Equal(["acme-feed", "feed", "forum", "reddit", "reddit-feeds"], await Blind().SourcesAsync(Cancel));
    }

    [Fact]
    public async Task A_name_that_another_source_shares_and_sees_more_of_is_not_blind_and_a_change_is_known_in_seconds()
    {
        Add("feeds", "reddit");
        var blind = Blind();
        Assert.Equal(["feeds", "reddit"], await blind.SourcesAsync(Cancel));
        Add("api", "reddit", "client");
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["feeds"], await blind.SourcesAsync(Cancel));
    }

    private BlindSources Blind() => new(
        sources,
        new([new FeedConnector(http, time), new DiscourseConnector(http, time), new RedditConnector(http, time), new HackerNewsConnector(http, time)], this, new CurrentRegistry(new BrandRegistry([]))),
        time);

    private void Add(string name, string kind, params string[] told)
    {
        var source = new ConfiguredSource(Guid.NewGuid(), name, kind) { Every = TimeSpan.FromMinutes(5), Added = Some.Instant, Values = told.ToDictionary(setting => setting, setting => $"secret:{setting}") };
        sources.Sources[source.Id] = source;
    }
}
