using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>How much of the talk is about us, where all brands are searched alike.</summary>
public sealed class VoiceTests(EngineFixture engine) : FactsTest(engine)
{
    [Fact]
    public async Task Mentions_of_us_are_held_against_those_of_all_and_the_brands_shares_are_one_together()
    {
        await SaidAsync(("ana", ["Acme"]), ("ana", ["Acme"]), ("ana", ["Acme"]), ("ben", ["Acme", "Rival"]), ("cem", ["Rival"]), ("dan", ["Unknown"]), ("eve", []));
        var answer = await AskAsync(About("share_of_voice") with { By = "brand" });
        Assert.Equal((5L, 4 / 6.0, 4.0, 6.0), (answer.N, answer.Value, answer.Beside["mentions_of_ours"], answer.Beside["mentions_of_all"]));
        Assert.Equal([("Acme", 4L, 4 / 6.0), ("Rival", 2L, 2 / 6.0)], answer.Series.Select(point => (point.Group!, point.N, point.Value!.Value)));
        Assert.Equal(1, answer.Series.Sum(point => point.Value!.Value), 9);
        var authors = await AskAsync(About("share_of_voice_authors") with { By = "brand" });
        Assert.Equal((3L, 0.5), (authors.N, authors.Value));
        Assert.Equal([("Acme", 2L, 0.5), ("Rival", 2L, 0.5)], authors.Series.Select(point => (point.Group!, point.N, point.Value!.Value)));
        Assert.Equal(3, (await RowsAsync(About("share_of_voice_authors"))).Items.Count);
    }

    [Fact]
    public async Task Cut_by_day_each_day_is_whole()
    {
        await SaidAsync(("ana", ["Acme"]), ("ben", ["Rival"]));
        await Facts.AddAsync(Said("cem", "Rival") with { PostedAt = Noon.AddHours(20) });
        var answer = await AskAsync(About("share_of_voice") with { By = "brand", Interval = Interval.Day });
        Assert.Equal([("Acme", 0.5), ("Rival", 0.5), ("Acme", null), ("Rival", 1)], answer.Series.Select(point => (point.Group!, point.Value)));
    }

    [Fact]
    public async Task Sources_that_look_for_some_brands_only_are_left_out_and_counted_and_the_terms_stand_with_the_answer()
    {
        await SaidAsync(("ana", ["Acme"]), ("ben", ["Rival"]));
        await Facts.AddAsync(Said("cem", "Acme") with { Source = "ours" }, Said("dan", "Rival") with { DeletedAt = Noon.AddHours(1) });
        var metrics = Facts.Metrics(
            [new() { Name = "Acme", Handles = ["*:acme"], Watch = ["acme shoes"] }, new() { Name = "Rival", Kind = Listening.Brands.BrandKind.Competitor, Watch = ["rival"] }],
            even: new NamedEvenSources(["twitter"]));
        foreach (var metric in new[] { "share_of_voice", "share_of_voice_authors" })
        {
            var answer = await metrics.AnswerAsync(About(metric), TestContext.Current.CancellationToken);
            Assert.Equal((2L, 0.5, 1L), (answer.N, answer.Value, answer.LeftOut["brands not searched alike"]));
            Assert.Equal(["*:acme", "acme shoes"], answer.Terms["Acme"]);
            Assert.Equal(["rival"], answer.Terms["Rival"]);
        }

        var nowhere = await Facts.Metrics(even: new NamedEvenSources([])).AnswerAsync(About("share_of_voice"), TestContext.Current.CancellationToken);
        Assert.Equal((0L, null), (nowhere.N, nowhere.Value));
        Assert.Empty((await AskAsync("posts")).Terms);
    }

    [Fact]
    public async Task A_brands_own_posts_reposts_and_other_brands_of_ours_do_not_count_as_its_voice()
    {
        await SaidAsync(("ana", ["Acme"]), ("ben", ["Acme Air"]), ("cem", ["Rival"]), ("dan", ["Rival"]));
        await Facts.AddAsync(Said("acme", "Acme") with { Party = "own" }, Said("eve", "Acme") with { Repost = true });
        Assert.Equal((4L, 0.5), Told(await AskAsync("share_of_voice")));
        Assert.Equal((4L, 0.25), Told(await AskAsync(About("share_of_voice") with { Brand = "Acme" })));
        Assert.Equal((1L, 1.0), Told(await AskAsync(About("share_of_voice") with { Filter = "author:ana" })));
    }

    private Task SaidAsync(params (string Author, string[] Brands)[] posts) => Facts.AddAsync([.. posts.Select(post => Said(post.Author, post.Brands))]);

    private static SeededPost Said(string author, params string[] brands) => new() { PostedAt = Noon.AddMinutes(1), Handle = author, Brands = brands };

    private static (long N, double? Value) Told(MetricAnswer answer) => (answer.N, answer.Value);
}
