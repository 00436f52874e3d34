using Listening.Cases;
using Listening.Cases.Ranking;
using Xunit;

namespace Listening.Tests.Cases.Ranking;

public sealed class CasePriorityTests
{
    private static readonly Case Plain = new()
    {
        Brand = "Acme", Author = "ana", Conversation = 1, Root = 1, Post = 1, Source = "mastodon", PostId = "1", Handle = "ana", Snippet = "Where is my bag?",
        OpenedAt = Some.Instant, Due = Some.Instant.AddHours(1), Changed = Some.Instant,
    };

    [Theory]
    [InlineData("I will sue you", 45, "names a lawyer or an authority")]
    [InlineData("Mein Anwalt meldet sich", 45, "names a lawyer or an authority")]
    [InlineData("plus jamais, je résilie", 40, "threatens to leave")]
    [InlineData("I am cancelling my contract", 40, "threatens to leave")]
    [InlineData("Ich kündige", 40, "threatens to leave")]
    [InlineData("this goes to the press", 40, "threatens to go public")]
    [InlineData("my mother is stranded", 45, "speaks of danger")]
    [InlineData("third time I ask", 15, "asked before without an answer")]
    public void What_threatens_weighs_and_says_why(string text, int score, string reason)
    {
        var priority = CasePriority.Of(Plain with { Snippet = text }, new(0, 0));
        Assert.Equal((score, reason), (priority.Score, Assert.Single(priority.Reasons)));
    }

    [Fact]
    public void Nothing_to_say_is_nothing()
    {
        Assert.Equal((0, 0), (CasePriority.Of(Plain, new(0, 0)).Score, CasePriority.Of(Plain, new(0, 0)).Reasons.Count));
        Assert.Equal(0, CasePriority.Of(Plain with { Snippet = "the courtyard, a suede leave" }, new(0, 4)).Score);
    }

    [Fact]
    public void Reach_history_the_race_and_the_crowd_add_up_and_end_at_a_hundred()
    {
        var priority = CasePriority.Of(Plain with { Followers = 1_500_000, Episode = 2, Rival = "Bolt", Sentiment = "negative" }, new(3, 25));
        Assert.Equal(100, priority.Score);
        Assert.Equal(
            ["Bolt answered first", "1,500,000 followers", "25 similar within an hour", "complained 3 times before", "negative tone", "came back after it was done"], priority.Reasons);
        Assert.Equal(0, CasePriority.Of(Plain with { Rival = "Bolt", AnsweredAt = Some.Instant }, new(0, 0)).Score);
    }

    [Fact]
    public void A_rule_lifts_and_never_lowers()
    {
        Assert.Equal(["rule: vip"], CasePriority.Of(Plain with { Floor = 70, FloorBy = "vip" }, new(0, 0)).Reasons);
        Assert.Equal(45, CasePriority.Of(Plain with { Snippet = "sue you", Floor = 30, FloorBy = "vip" }, new(0, 0)).Score);
    }

    [Fact]
    public void A_hundred_counts_as_a_day() => Assert.Equal(Plain.Due.AddDays(-1), (Plain with { Priority = 100 }).Ranked().Rank);

    [Fact]
    public void A_faulty_line_of_words_says_which() =>
        Assert.Contains("leave en", Assert.Throws<InvalidDataException>(() => new UrgencyWords(["# fine", "leave\ten"])).Message, StringComparison.Ordinal);
}
