using Listening.Conversations;
using Xunit;

namespace Listening.Tests.Conversations;

public sealed class WordingTests
{
    [Theory]
    [InlineData("@115712 Please send us a Private Message so that we can help. -KC", "please send us a private message so that we can help")]
    [InlineData("@115712 @ana Please send us a private message so that we can help ^AB", "please send us a private message so that we can help")]
    [InlineData("Hi Ana, please send us a private message so that we can help!", "hi please send us a private message so that we can help")]
    [InlineData("Hello José! Your case 4711 is open: https://t.co/abc", "hello your case is open")]
    [InlineData("Hi there, we look into it", "hi there we look into it")]
    [InlineData("@ana@example.org 👍 100 %", "")]
    public void A_wording_has_no_names_numbers_addresses_signatures_case_or_punctuation(string text, string wording) => Assert.Equal(wording, Wording.WithoutNames(text));

    [Fact]
    public void Replies_that_differ_in_the_name_only_have_one_fingerprint_and_other_words_another()
    {
        var one = Wording.Fingerprint("@115712 Hi Ana, sorry to hear that! -KC");

        Assert.Equal(one, Wording.Fingerprint("@ben hi Ben, sorry to hear that. ^JT"));
        Assert.NotEqual(one, Wording.Fingerprint("@ben hi Ben, glad to hear that. ^JT"));
    }

    [Fact]
    public void Nothing_said_has_no_fingerprint() => Assert.Equal(0UL, Wording.Fingerprint("@ana https://t.co/abc 12"));
}
