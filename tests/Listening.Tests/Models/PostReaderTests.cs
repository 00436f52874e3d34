using Listening.Models.Text;
using Xunit;

namespace Listening.Tests.Models;

public sealed class PostReaderTests
{
    private readonly PostReader reader = new();

    [Fact]
    public void A_post_is_read_into_words_names_tags_addresses_numbers_and_signs()
    {
        Assert.Equal("User:@Acme Word:SOOOO Mark: Mark: Word:don't Word:like Tag:#Monday Word:Monday Punctuation:!!! Url:https://a.example/x Number:3.5% Sign:😀 Emoticon::-( Mark:",
            Read("@Acme SOOOO don't like #Monday!!! https://a.example/x 3.5% 😀 :-("));
    }

    [Theory]
    [InlineData("not good. good", false)]
    [InlineData("not good but good", false)]
    [InlineData("I never said it was good", true)]
    [InlineData("isn’t good", true)]
    public void A_negation_reaches_to_the_end_of_its_clause(string text, bool negated)
    {
        reader.Read(text);
        Assert.Equal(negated, reader.Tokens[^1].Negated);
        Assert.Equal(TextHash.Of("good"), reader.Tokens[^1].Plain);
        Assert.Equal(negated, reader.Tokens[^1].Hash != TextHash.Of("good"));
    }

    [Theory]
    [InlineData("Sooooo", "soo")]
    [InlineData("CAN’T", "can't")]
    [InlineData("caf\u200Bé", "café")]
    [InlineData("Tom &amp; J\\u00e9r\\u00f4me", "jérôme")]
    public void A_word_has_one_form(string text, string form)
    {
        reader.Read(text);
        Assert.Contains(reader.Tokens.ToArray(), token => token.Plain == TextHash.Of(form));
    }

    [Theory]
    [InlineData(":)", 1)]
    [InlineData("(:", 1)]
    [InlineData(":-(", -1)]
    [InlineData("D:", -1)]
    [InlineData("</3", -1)]
    [InlineData(":o", 0)]
    public void An_emoticon_smiles_or_frowns_or_neither(string emoticon, int mood)
    {
        Assert.Equal(emoticon.Length, Emoticons.LengthAt(emoticon, 0));
        Assert.Equal(mood, Emoticons.Mood(emoticon));
    }

    [Theory]
    [InlineData("at 10:30", "at 10:30")]
    [InlineData("Hello   @you,\n see HTTPS://x.example/y  nooooooo", "hello @, see ~ nooo")]
    public void The_folded_text_has_what_letters_are_cut_from(string text, string folded)
    {
        reader.Read(text);
        Assert.Equal(folded, reader.Folded);
    }

    private string Read(string text)
    {
        reader.Read(text);
        return string.Join(' ', reader.Tokens.ToArray().Select(token => $"{token.Kind}:{reader.Text.Substring(token.Start, token.Length)}"));
    }
}
