using Listening.Access;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Sources.Feeds;
using Listening.Sources.HackerNews;
using Listening.Sources.Http;
using Listening.Sources.Reddit;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Collecting.Pulling;

/// <summary>Which configured sources ask for every brand alike, by what they were told.</summary>
public sealed class EvenSourcesTests : ISecretReader, IDisposable
{
    private readonly MemorySources sources = new();
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly OutgoingHttp http = new(OutgoingRules.PublicOnly, TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    [Fact]
    public async Task A_search_for_the_registrys_terms_is_even_and_a_feed_or_a_search_for_own_words_is_not()
    {
        Add("acme-feed", "feed");
        Add("news", "hackernews", ("terms", " "));
        Add("talk", "reddit", ("subreddits", "acme"));
        Assert.Equal(["hackernews", "news"], await Even().SourcesAsync(Cancel));
    }

    [Fact]
    public async Task A_kind_of_which_one_source_is_uneven_is_known_by_the_even_ones_names_alone_and_a_change_is_known_in_seconds()
    {
        Add("all", "reddit");
        var even = Even();
        Assert.Equal(["all", "reddit"], await even.SourcesAsync(Cancel));
        Add("ours", "reddit", ("terms", "acme"));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["all"], await even.SourcesAsync(Cancel));
    }

    private EvenSources Even() => new(
        sources, new([new FeedConnector(http, time), new RedditConnector(http, time), new HackerNewsConnector(http, time)], this, new CurrentRegistry(new BrandRegistry([]))), time);

    private void Add(string name, string kind, params (string Name, string Value)[] told)
    {
        var source = new ConfiguredSource(Guid.NewGuid(), name, kind) { Every = TimeSpan.FromMinutes(5), Added = Some.Instant, Values = told.ToDictionary(one => one.Name, one => one.Value) };
        sources.Sources[source.Id] = source;
    }
}
