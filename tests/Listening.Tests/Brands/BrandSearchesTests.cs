using Listening.Brands;
using Xunit;

namespace Listening.Tests.Brands;

public sealed class BrandSearchesTests
{
    [Theory]
    [InlineData("delta airlines", "delta airlines")]
    [InlineData("delta AND (flight OR baggage)", "delta")]
    [InlineData("acme OR \"red acme\" OR acme.example", "acme|red acme|acme example")]
    [InlineData("(acme OR akme) AND NOT roadrunner AND lang:en", "acme|akme")]
    [InlineData("text:acme", "acme")]
    public void A_post_that_holds_a_term_has_one_of_its_phrases(string term, string phrases) =>
        Assert.Equal(phrases.Split('|'), BrandSearches.Phrases([new() { Name = "A", Watch = [term] }]));

    [Fact]
    public void Handles_of_a_source_are_its_own_and_those_of_every_source() =>
        Assert.Equal(["acme", "acme@example.org"], BrandSearches.Handles([new() { Name = "A", Handles = ["*:acme", "x:other", "mastodon:acme@example.org", "mastodon:ACME"] }], "mastodon"));
}
