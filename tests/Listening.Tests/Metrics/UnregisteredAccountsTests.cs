using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>Who answers for a brand and is not in its handles. Registered are Acme, Acme Air, Rival and Other.</summary>
public sealed class UnregisteredAccountsTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task It_carries_a_brands_name_and_answered_three_people_who_waited()
    {
        await PeopleWaitAsync();
        await Facts.AddAsync(Answer("acme_help", "ana", 5), Answer("acme_help", "ana", 6), Answer("acme_help", "ben", 5), Answer("acme_help", "cem", 9));

        Assert.Equal([new UnregisteredAccount("twitter", "acme_help", "Acme", 3, 4, Noon.AddMinutes(9))], await FindAsync());
    }

    [Fact]
    public async Task The_longest_name_is_meant_a_server_is_no_name_and_who_answered_most_people_comes_first()
    {
        await PeopleWaitAsync();
        string[] all = ["ana", "ben", "cem", "dia"];
        await Facts.AddAsync([.. all.Select(one => Answer("AcmeAir.Care", one, 5)), .. all[..3].Select(one => Answer("rival-service@social.example", one, 7)), .. all.Select(one => Answer("helper@acme.example", one, 5))]);

        Assert.Equal([("AcmeAir.Care", "Acme Air", 4L), ("rival-service@social.example", "Rival", 3L)], (await FindAsync()).Select(found => (found.Handle, found.Brand, found.People)));
    }

    [Theory]
    [InlineData("nobody's name")]
    [InlineData("two people only")]
    [InlineData("registered")]
    [InlineData("internal")]
    [InlineData("deleted")]
    [InlineData("repost")]
    [InlineData("no reply")]
    [InlineData("before they waited")]
    [InlineData("long ago")]
    public async Task None_is_told_that(string why)
    {
        await PeopleWaitAsync();
        string[] people = why == "two people only" ? ["ana", "ben", "ana", "ben"] : ["ana", "ben", "cem"];
        await Facts.AddAsync([.. people.Select((one, i) => Answer(why == "nobody's name" ? "helpful" : "acme_help", one, (why == "before they waited" ? -9 : 5) + i)).Select(answer => why switch
        {
            "registered" => answer with { Party = "own" },
            "internal" => answer with { Internal = true },
            "deleted" => answer with { DeletedAt = Noon.AddHours(1) },
            "repost" => answer with { Repost = true },
            "no reply" => answer with { Reply = false },
            _ => answer,
        })]);
        if (why == "long ago") await Facts.AddAsync(new SeededPost { PostedAt = Noon.AddDays(91) });

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task One_answer_where_three_wait_is_not_three()
    {
        await Facts.AddAsync([.. new[] { "ana", "ben", "cem" }.Select(one => SeededWait.Of(Noon) with { Id = "one", Author = one })]);
        await Facts.AddAsync(Answer("acme_help", "one", 5));

        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task Somebody_of_that_name_who_waits_and_writes_on_is_no_answer()
    {
        await Facts.AddAsync([.. Enumerable.Range(0, 4).Select(i => SeededWait.Of(Noon) with { Id = $"w{i}", Author = "acme_fan" })]);
        await Facts.AddAsync([.. Enumerable.Range(0, 4).Select(i => Answer("acme_fan", "x", 5) with { Conversation = $"w{i}" })]);

        Assert.Empty(await FindAsync());
    }

    private Task PeopleWaitAsync() => Facts.AddAsync([.. new[] { "ana", "ben", "cem", "dia" }.Select(one => SeededWait.Of(Noon) with { Id = one, Author = one })]);

    private Task<IReadOnlyList<UnregisteredAccount>> FindAsync() => Facts.UnregisteredAccounts().FindAsync(TestContext.Current.CancellationToken);

    // In the conversation that somebody's wait opened.
    private static SeededPost Answer(string handle, string to, double minutes) => new() { PostedAt = Noon.AddMinutes(minutes), Handle = handle, Conversation = to, Reply = true, Text = "We look into it." };
}
