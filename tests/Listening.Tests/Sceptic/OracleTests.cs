using System.Globalization;
using Listening.Brands;
using Xunit;

namespace Listening.Tests.Sceptic;

/// <summary>The sceptic's own computation, checked by hand before it judges anything.</summary>
public sealed class OracleTests
{
    private static readonly DateTimeOffset Noon = new(2017, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Known Registry = new(
    [
        new Brand { Name = "Acme", Kind = BrandKind.Own, Handles = ["twitter:acme"], Watch = ["acme shoes"] },
        new Brand { Name = "Rival", Kind = BrandKind.Competitor, Handles = ["*:Rival"] },
    ]);

    private static Said At(double minutes, string author, string id, string? parent, params string[] mentions) =>
        new() { Id = id, Author = author, At = Noon.AddMinutes(minutes), Parent = parent, Mentions = mentions };

    private static string Story(params Said[] posts) => string.Join("; ", IndependentClock.Run(posts, Registry)
        .OrderBy(wait => wait.Opener.At).ThenBy(wait => wait.Brand, StringComparer.Ordinal)
        .Select(wait => string.Create(CultureInfo.InvariantCulture,
            $"{wait.Opener.Author}→{wait.Brand} {wait.Number}/{wait.Episode} {(wait.AnsweredAt is { } a ? $"answered {(a - Noon).TotalMinutes:0.#}" : wait.GoneAt is { } g ? $"gone {(g - Noon).TotalMinutes:0.#}" : "open")}")
            + (wait.RivalAt is { } r ? string.Create(CultureInfo.InvariantCulture, $" rival {(r - Noon).TotalMinutes:0.#}") : "")));

    [Fact]
    public void An_answer_closes_the_wait_and_the_next_post_opens_the_second_of_the_same_episode() =>
        Assert.Equal("ann→Acme 1/1 answered 10; ann→Acme 2/1 open",
            Story(At(0, "ann", "1", null, "Acme"), At(10, "acme", "2", "1"), At(20, "ann", "3", "2")));

    [Fact]
    public void A_second_post_before_the_answer_joins_the_wait() =>
        Assert.Equal("ann→Acme 1/1 answered 10", Story(At(0, "ann", "1", null, "acme"), At(5, "ann", "3", "1", "acme"), At(10, "acme", "2", "3")));

    [Fact]
    public void Two_customers_wait_and_a_reply_to_one_leaves_the_other_waiting() =>
        Assert.Equal("ann→Acme 1/1 answered 10; bob→Acme 1/1 open",
            Story(At(0, "ann", "1", null, "acme"), At(5, "bob", "2", "1", "acme"), At(10, "acme", "3", "1")));

    [Fact]
    public void A_reply_that_mentions_both_closes_both() =>
        Assert.Equal("ann→Acme 1/1 answered 10; bob→Acme 1/1 answered 10",
            Story(At(0, "ann", "1", null, "acme"), At(5, "bob", "2", "1", "acme"), At(10, "acme", "3", "1", "ANN", "bob")));

    [Fact]
    public void A_reply_to_nobody_closes_only_a_single_open_wait() =>
        Assert.Equal("ann→Acme 1/1 answered 3; ann→Acme 2/1 open; bob→Acme 1/1 open", Story(
            At(0, "ann", "1", null, "acme"), At(3, "acme", "2", null) with { Conversation = "1" }, At(4, "ann", "3", "1", "acme"),
            At(5, "bob", "4", "1", "acme"), At(10, "acme", "5", null) with { Conversation = "1" }));

    [Fact]
    public void A_post_that_names_two_brands_opens_two_waits_and_each_is_the_others_rival() =>
        Assert.Equal("ann→Acme 1/1 answered 10 rival 12; ann→Rival 1/1 answered 12 rival 10",
            Story(At(0, "ann", "1", null, "acme", "rival"), At(10, "acme", "2", "1"), At(12, "RIVAL", "3", "1")));

    [Fact]
    public void An_answer_to_a_post_that_did_not_address_the_brand_is_in_no_cohort() =>
        Assert.Equal("", Story(At(0, "ann", "1", null, "somebody"), At(10, "acme", "2", "1")));

    [Fact]
    public void A_watch_term_addresses_on_word_borders_only() =>
        Assert.Equal("ann→Acme 1/1 open",
            Story(At(0, "ann", "1", null) with { Text = "my ACME Shoes!" }, At(0, "bob", "2", null) with { Text = "my acme shoestring" }));

    [Fact]
    public void Seven_silent_days_begin_a_new_episode_and_six_do_not() =>
        Assert.Equal("ann→Acme 1/1 answered 10; ann→Acme 2/1 answered 8660; ann→Acme 3/2 open", Story(
            At(0, "ann", "1", null, "acme"), At(10, "acme", "2", "1"), At(6 * 1440, "ann", "3", "2"), At((6 * 1440) + 20, "acme", "4", "3"),
            At((13 * 1440) + 20, "ann", "5", "4")));

    [Fact]
    public void A_deleted_answer_and_a_machine_s_answer_are_none() =>
        Assert.Equal("ann→Acme 1/1 answered 30", Story(At(0, "ann", "1", null, "acme"), At(1, "acme", "2", "1") with { Bot = true },
            At(10, "acme", "3", "1") with { DeletedAt = Noon.AddDays(9) }, At(30, "acme", "4", "1")));

    [Fact]
    public void A_wait_whose_posts_are_all_deleted_ends_with_the_last_of_them() =>
        Assert.Equal("ann→Acme 1/1 gone 40; ann→Acme 2/1 answered 60", Story(At(0, "ann", "1", null, "acme") with { DeletedAt = Noon.AddMinutes(20) },
            At(10, "ann", "2", "1", "acme") with { DeletedAt = Noon.AddMinutes(40) }, At(50, "ann", "3", "1", "acme"), At(60, "acme", "4", "3")));

    [Fact]
    public void An_answer_earlier_than_its_post_took_no_time() =>
        Assert.Equal("ann→Acme 1/1 answered 0", Story(At(0, "ann", "1", null, "acme"), At(-5, "acme", "2", "1")));

    [Fact]
    public void The_author_and_other_brands_answer_nothing() =>
        Assert.Equal("ann→Acme 1/1 open",
            Story(At(0, "ann", "1", null, "acme"), At(5, "ann", "2", "1", "acme"), At(9, "third", "3", "1", "acme") with { Company = true }));

    [Fact]
    public void The_median_of_ten_with_five_answered_is_the_fifth_answer_exactly()
    {
        var curve = new Curve([.. Enumerable.Range(1, 10).Select(i => (i <= 5 ? i * 60.0 : 3600, i <= 5))]);
        Assert.Equal(300, curve.Quantile(1, 2));
        Assert.Null(curve.Quantile(9, 10));
        Assert.Equal(3600, curve.Largest);
    }

    [Fact]
    public void An_open_one_leaves_the_risk_set_at_its_age_and_after_an_answer_of_the_same_second()
    {
        // Four wait; at 10 s one is answered and one leaves unanswered (3/4), at 20 s one of two is answered (3/8).
        var curve = new Curve([(10, true), (10, false), (20, true), (30, false)]);
        Assert.Equal([(10, 0.75), (20, 0.375)], curve.Steps.Select(step => (step.At, step.Waiting.Value)));
        Assert.Equal(20, curve.Quantile(1, 2));
        Assert.Equal(0.625, curve.AnsweredBy(25));
    }

    [Fact]
    public void A_race_is_decided_after_72_hours_at_the_latest()
    {
        var opener = At(0, "ann", "1", null, "acme");
        string Race(double? own, double? rival, double asked) => IndependentMetrics.Race(
            new()
            {
                Brand = "Acme", Own = true, Opener = opener, Thread = "1", Number = 1, Episode = 1, FirstOfEpisode = true,
                RepliedAt = own is { } o ? Noon.AddHours(o) : null, RivalAt = rival is { } r ? Noon.AddHours(r) : null,
            }, Noon.AddHours(asked));
        Assert.Equal(
            ["own_first", "competitor_first", "competitor_only", "nobody", "open", "open", "nobody", "competitor_only", "own_first"],
            [Race(1, 2, 99), Race(2, 1, 99), Race(null, 1, 99), Race(null, null, 99), Race(null, null, 71), Race(3, 1, 2), Race(80, null, 99), Race(80, 1, 99), Race(1, 1, 99)]);
    }
}
