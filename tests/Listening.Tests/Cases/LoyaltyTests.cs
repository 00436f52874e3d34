using Listening.Cases;
using Xunit;

namespace Listening.Tests.Cases;

public sealed class LoyaltyTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 400, null)]
    [InlineData(1, 0, 0, 1, 400, "new")]
    [InlineData(2, 1, 1, 0, 400, "known")]
    [InlineData(3, 1, 1, 1, 89, "known")]
    [InlineData(3, 1, 1, 1, 90, "loyal")]
    [InlineData(4, 1, 1, 2, 400, "loyal")]
    [InlineData(3, 1, 0, 2, 400, "losing")]
    [InlineData(5, 2, 0, 3, 400, "known")]
    public void A_word_is_said_of_what_was_written_and_of_how_much(long about, long positive, long neutral, long negative, int days, string? word)
    {
        var loyalty = Loyalty.Of(new("ana", null, null, Some.Instant, Some.Instant.AddDays(days), 10, about, positive, neutral, negative, 2, 1));
        Assert.Equal((word, about), (loyalty.Word, loyalty.N));
        if (about > 1) Assert.Equal([$"wrote of you {about} times since 5 January 2026", $"{negative} of {positive + neutral + negative} sounded negative", "answered 1 of 2 times"], loyalty.Reasons);
    }
}
