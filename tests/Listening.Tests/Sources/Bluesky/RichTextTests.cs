using System.Text.Json;
using Listening.Sources.Bluesky;
using Xunit;

namespace Listening.Tests.Sources.Bluesky;

public sealed class RichTextTests
{
    [Fact]
    public void Offsets_count_bytes_and_a_shortened_link_stands_in_full()
    {
        var text = Read("😡 see example.com/long/pa... or click here", (9, 31, "link", "uri", "https://example.com/long/path?x=1"), (35, 45, "link", "uri", "https://example.com/other"));

        Assert.Equal("😡 see https://example.com/long/path?x=1 or click here", text.Text);
        Assert.Equal(("link", "https://example.com/other", "click here"), text.Links is [var link] ? (link.Kind, link.Url, link.Alt) : default);
    }

    [Theory]
    // Inside the first character, beyond the end, the wrong way round, below zero.
    [InlineData(1, 6)]
    [InlineData(5, 500)]
    [InlineData(8, 5)]
    [InlineData(-4, 4)]
    public void A_facet_that_cannot_be_meant_is_left_out(int from, int to)
    {
        var text = Read("😡 see this", (from, to, "link", "uri", "https://example.com/"));

        Assert.Equal("😡 see this", text.Text);
        Assert.Empty(text.Links);
    }

    [Fact]
    public void Of_facets_that_overlap_the_first_counts()
    {
        Assert.Equal(["https://a.example/"], Read("one two three", (0, 7, "link", "uri", "https://a.example/"), (4, 13, "link", "uri", "https://b.example/")).Links.Select(link => link.Url));
    }

    [Fact]
    public void Without_facets_mentions_and_tags_are_found_in_the_text()
    {
        var text = Read("@acme.example.com and @you: #late #2026 #a1! ＃größe mail@acme.com #️⃣");

        Assert.Equal(["acme.example.com"], text.Mentions);
        Assert.Equal(["late", "a1", "größe"], text.Tags);
    }

    [Fact]
    public void A_text_made_to_take_long_does_not()
    {
        var text = new string('#', 1500) + new string('!', 1500);

        Assert.Equal(text, Read(text).Text);
    }

    private static RichText Read(string text, params (int From, int To, string Kind, string Name, string Value)[] facets) => RichText.Read(JsonSerializer.SerializeToElement(new
    {
        text,
        facets = facets.Select(facet => new
        {
            index = new { byteStart = facet.From, byteEnd = facet.To },
            features = new[] { new Dictionary<string, string> { ["$type"] = $"app.bsky.richtext.facet#{facet.Kind}", [facet.Name] = facet.Value } },
        }),
    }));
}
