using Listening.Collecting.Replying;
using Xunit;

namespace Listening.Tests.Collecting.Replying;

public sealed class ReplyRulesTests
{
    private static readonly ReplyRules Mastodon = new(500, ReplyUnit.ShortLinks) { Addresses = true };

    [Theory]
    [InlineData(ReplyUnit.Characters, "naïve 👩‍👩‍👧", 11)]
    [InlineData(ReplyUnit.Graphemes, "naïve 👩‍👩‍👧", 7)]
    [InlineData(ReplyUnit.Graphemes, "e\u0301", 1)]
    [InlineData(ReplyUnit.ShortLinks, "See https://example.com/a/very/long/address/of/a/page?that=does&not=end.", 28)]
    [InlineData(ReplyUnit.ShortLinks, "@ana@example.social hi", 7)]
    [InlineData(ReplyUnit.Weighted, "See http://a.co", 27)]
    [InlineData(ReplyUnit.Weighted, "列車", 4)]
    [InlineData(ReplyUnit.Weighted, "Grüße 👩‍👩‍👧", 8)]
    public void A_text_is_as_long_as_its_network_counts(ReplyUnit unit, string text, int length) => Assert.Equal(length, new ReplyRules(300, unit).Count(text));

    [Fact]
    public void A_text_at_the_limit_is_taken_and_one_more_is_not()
    {
        var bluesky = new ReplyRules(300, ReplyUnit.Graphemes);
        Assert.Null(bluesky.Fault(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 300)), "ana"));
        Assert.Equal("It has 301 characters as they are counted there; 300 are taken.", bluesky.Fault(new string('x', 301), "ana"));
        Assert.Equal("There is no text.", bluesky.Fault(" \n", "ana"));
    }

    [Fact]
    public void The_handle_that_is_put_in_front_counts_and_is_put_there_once()
    {
        Assert.Equal(("@ana@example.social ", ""), (Mastodon.Prefix("Hi", "ana@example.social"), Mastodon.Prefix("Hi @ana@example.social", "ana@example.social")));
        Assert.Null(Mastodon.Fault(new string('x', 495), "ana@example.social"));
        Assert.NotNull(Mastodon.Fault(new string('x', 496), "ana@example.social"));
    }
}
