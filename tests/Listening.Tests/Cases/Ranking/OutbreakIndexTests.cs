using Listening.Cases.Ranking;
using Xunit;

namespace Listening.Tests.Cases.Ranking;

public sealed class OutbreakIndexTests
{
    private static readonly string[] Vocabulary =
        ["bag", "late", "refund", "nobody", "answers", "train", "again", "card", "charged", "twice", "login", "down", "since", "monday", "please", "help", "still", "waiting", "order", "broken"];

    [Fact]
    public void Names_links_numbers_and_case_make_no_difference()
    {
        var one = TextSketch.Of("@acme Your app is DOWN again, 3rd time https://t.example/1")!;
        Assert.Equal(1, one.Resemblance(TextSketch.Of("your app is down again - time @acme @bolt https://t.example/2")!));
        Assert.Null(TextSketch.Of("@acme down again 123"));
        Assert.Null(TextSketch.Of(""));
    }

    [Fact]
    public void Pairs_of_words_are_compared_by_their_share()
    {
        // Three of five pairs: a b, b c, c d | d e, d f.
        Assert.Equal(3 / 5.0, TextSketch.Of("alpha beta gamma delta epsilon")!.Resemblance(TextSketch.Of("alpha beta gamma delta zeta")!), 12);
        Assert.Equal(0, TextSketch.Of("alpha beta gamma")!.Resemblance(TextSketch.Of("gamma beta alpha")!));
    }

    [Fact]
    public void Near_duplicates_are_found_and_others_are_not()
    {
        var chance = new Random(7);
        var index = new OutbreakIndex();
        var texts = Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, 14).Select(_ => Vocabulary[chance.Next(Vocabulary.Length)]).ToArray()).ToList();
        for (var i = 0; i < texts.Count; i++) index.Add("Acme", i, TextSketch.Of(string.Join(' ', texts[i]))!, Some.Instant);

        for (var i = 0; i < texts.Count; i++)
        {
            var changed = (string[])texts[i].Clone();
            changed[^1] = "otherwise";
            Assert.Equal(i, index.Find("Acme", TextSketch.Of(string.Join(' ', changed))!, Some.Instant.AddHours(1)));
        }

        for (var i = 0; i < 200; i++)
            Assert.Null(index.Find("Acme", TextSketch.Of(string.Join(' ', Enumerable.Range(0, 14).Select(_ => Vocabulary[chance.Next(Vocabulary.Length)])))!, Some.Instant));
        Assert.Null(index.Find("Bolt", TextSketch.Of(string.Join(' ', texts[0]))!, Some.Instant));
        Assert.Null(index.Find("Acme", TextSketch.Of(string.Join(' ', texts[0]))!, Some.Instant.AddHours(25)));
    }
}
