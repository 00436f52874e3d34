using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class AnswerKindTests(EngineFixture engine) : FactsTest(engine)
{
    [Theory]
    [InlineData("Your train leaves at 10:40 from track 3.", "in public")]
    [InlineData("Sorry about that! Please DM us your booking number.", "moved to private")]
    [InlineData("@ana See https://acme.example/refunds", "link only")]
    [InlineData("We are sorry, we are looking into it.", "acknowledgement")]
    [InlineData("Sorry, the 10:40 is cancelled, take the 11:10.", "in public")]
    [InlineData("Thank you for telling us, the ticket machine works again and you can buy your ticket there, or in the app, or from the conductor in the train.", "in public")]
    public async Task A_first_answer_is_of_the_kind_its_words_say(string words, string kind)
    {
        await Facts.AddAsync(new SeededPost { Id = "answer", PostedAt = Noon.AddMinutes(5), Party = "own", Handle = "acme", Text = words, Reply = true });
        await Facts.AddAsync(Wait(0, 5) with { ClosedBy = "answer" }, Wait(1));

        var answer = await AskAsync("answer_kind");

        Assert.Equal([(kind, 1L)], answer.Series.Select(point => (point.Group!, point.N)));
        Assert.Equal(1, (await RowsAsync(About("answer_kind") with { By = "answer_kind", Group = kind })).Total);
    }
}
