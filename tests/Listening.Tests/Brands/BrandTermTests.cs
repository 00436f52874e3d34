using Listening.Brands;
using Listening.Classifying;
using Listening.Measuring;
using Xunit;

namespace Listening.Tests.Brands;

public sealed class BrandTermTests
{
    [Theory]
    [InlineData("C++", "I write C++ all day", true)]
    [InlineData("C++", "vitamin C is good", false)]
    [InlineData("C++", "see section c", false)]
    [InlineData("C++", "(c++)", true)]
    [InlineData("F#", "in F#, a list", true)]
    [InlineData("F#", "mark f", false)]
    [InlineData("AT&T", "my at&t bill", true)]
    [InlineData("AT&T", "my AT&amp;T bill", true)]
    [InlineData("AT&T", "I am at T-Mobile", false)]
    [InlineData("#acme", "so late #Acme", true)]
    [InlineData("#acme", "so late acme", false)]
    [InlineData("acme", "so late #Acme", true)]
    [InlineData("$ACME", "buy $acme now", true)]
    [InlineData("$ACME", "buy acme now", false)]
    [InlineData("wi-fi", "the wi fi is slow", true)]
    [InlineData("delta airlines", "Delta Airlines is late", true)]
    [InlineData("delta airlines", "airlines such as delta", false)]
    [InlineData("delta AND airlines", "airlines such as delta", true)]
    [InlineData("delta AND (flight OR bag*)", "delta lost my baggage", true)]
    [InlineData("delta AND (flight OR bag*)", "delta is a river", false)]
    [InlineData("delta NOT force", "delta force", false)]
    [InlineData("delta NOT force", "delta", true)]
    [InlineData("delt*", "deltas", true)]
    [InlineData("fly delt*", "fly deltas", true)]
    [InlineData("fly delt*", "fly del", false)]
    [InlineData("\"delta\"", "delta", true)]
    public void A_watch_term_is_a_phrase_or_a_search(string term, string text, bool named) =>
        Assert.Equal(named, new BrandRegistry([new() { Name = "It", Watch = [term] }]).Named(Some.Post(text: text)).Count == 1);

    [Fact]
    public void A_term_may_ask_for_what_the_post_itself_says()
    {
        var registry = new BrandRegistry([new() { Name = "It", Watch = ["late source:x lang:en -is:repost"], Exclude = ["author:spam* OR followers:<10"] }]);
        var post = Some.Post(text: "late again", source: "x", author: "ana") with { Language = "en" };

        Assert.Equal(["It"], registry.Named(post));
        Assert.Empty(registry.Named(post with { Language = "de" }));
        Assert.Empty(registry.Named(post with { RepostOf = "7" }));
        Assert.Equal(Relevance.AboutUs, registry.RelevanceOf(post));
        Assert.Equal(Relevance.Excluded, registry.RelevanceOf(post with { Author = post.Author with { Handle = "spammer" } }));
        Assert.Equal(Relevance.Excluded, registry.RelevanceOf(post with { Author = post.Author with { Followers = 9 } }));
    }

    [Theory]
    [InlineData("", 0, "The term is empty")]
    [InlineData("late AND", 8, "A word, a field or a bracket is missing here")]
    [InlineData("late AND (x", 9, "A bracket is opened and never closed")]
    [InlineData("late brand:acme", 5, "A term cannot ask for 'brand:acme'")]
    [InlineData("late is:edited", 5, "A term cannot ask for 'is:edited'")]
    [InlineData("NOT late", 0, "A watch term must ask for a word")]
    [InlineData("late OR lang:en", 0, "A watch term must ask for a word")]
    [InlineData("+++", 0, "'+++' has no letter, digit or symbol to look for")]
    [InlineData("re:invent", 0, "There is no field 're'")]
    public void What_cannot_be_a_watch_term_is_told_with_its_place(string term, int position, string reason)
    {
        var fault = Assert.Throws<MetricQuestionException>(() => BrandTerm.Watch(term));

        Assert.StartsWith(reason, fault.Message, StringComparison.Ordinal);
        Assert.Equal(position, fault.Position);
    }
}
