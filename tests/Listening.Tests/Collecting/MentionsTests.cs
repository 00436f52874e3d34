using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Collecting;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("@sprintcare and how?", "twitter", "sprintcare")]
    [InlineData("Hey .@Delta, (@AmericanAir) and @delta!", "twitter", "Delta AmericanAir")]
    [InlineData("Mail ana@example.org or see https://example.org/@ana", "twitter", "")]
    [InlineData("@Delta.Please answer", "twitter", "Delta")]
    [InlineData("@ana.bsky.social. Thanks", "bluesky", "ana.bsky.social")]
    [InlineData("cc @ana@example.social, @bo", "mastodon", "ana@example.social bo")]
    [InlineData("@ana@nowhere", "mastodon", "ana")]
    [InlineData("@ @. @@x @é", "mastodon", "")]
    [InlineData("no at all", "mastodon", "")]
    [InlineData("Danke @115712-KC", "x", "115712")]
    public void Handles_are_found_where_a_word_begins(string text, string source, string handles) =>
        Assert.Equal(handles, string.Join(' ', Mentions.In(text, source)));
}
