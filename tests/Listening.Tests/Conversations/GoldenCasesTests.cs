using Listening.Classifying;
using Listening.Collecting;
using Listening.Conversations;
using Xunit;

namespace Listening.Tests.Conversations;

/// <summary>The golden cases of the metrics' definitions that a conversation alone decides, by their numbers.</summary>
public sealed class GoldenCasesTests
{
    private const double Day = 24 * 60;

    [Fact]
    public void Case_02_On_our_own_root_post_the_clock_starts_at_the_customers_post()
    {
        var wait = Assert.Single(new Story().Brand(1, 0).Customer(2, 30, to: 1).Brand(3, 45, to: 2).Waits());

        Assert.Equal((Story.At(30), Story.At(45), (UInt128)2), (wait.OpenedAt, wait.ClosedAt, wait.Opener));
    }

    [Fact]
    public void Case_03_A_bot_resolves_and_the_customer_comes_back_the_second_episode_is_answered_in_ten_minutes()
    {
        var friday = (4 * Day) + (5 * 60);
        var waits = new Story().Customer(1, 0)
            .Brand(2, 5, to: 1, automated: true).Agent(5, CaseEventKind.Resolved)
            .Customer(3, friday, to: 2).Brand(4, friday + 10, to: 3).Waits("Acme");

        Assert.Equal([1, 2], waits.Select(wait => wait.Episode));
        Assert.Equal((Story.At(5), null), (waits[0].ResolvedAt, waits[0].ClosedAt));
        Assert.Equal(TimeSpan.FromMinutes(10), waits[1].ClosedAt - waits[1].OpenedAt);
        Assert.True(waits[1].FirstOfEpisode);
    }

    [Fact]
    public void Case_04_Assigning_moves_no_clock_and_a_question_after_a_resolve_is_a_second_episode()
    {
        var waits = new Story().Customer(1, 240)
            .Agent(245, CaseEventKind.Assigned).Brand(2, 250, to: 1).Agent(251, CaseEventKind.Resolved)
            .Customer(3, 285, to: 2).Waits();

        Assert.Equal(TimeSpan.FromMinutes(10), waits[0].ClosedAt - waits[0].OpenedAt);
        Assert.Equal([1, 2], waits.Select(wait => wait.Episode));
        Assert.Null(waits[0].ResolvedAt);
        Assert.Null(waits[1].ClosedAt);
    }

    [Fact]
    public void Case_04_Without_the_agents_clicks_it_is_one_episode()
    {
        var waits = new Story().Customer(1, 0).Brand(2, 10, to: 1).Agent(11, CaseEventKind.Resolved).Customer(3, 45, to: 2).Waits();

        Assert.Equal([1, 1], waits.Select(wait => wait.SilenceEpisode));
        Assert.Equal([true, false], waits.Select(wait => wait.FirstOfSilenceEpisode));
    }

    [Fact]
    public void Case_08_Whoever_of_ours_replies_closes_the_wait()
    {
        var wait = Assert.Single(new Story().Customer(1, 0).Agent(1, CaseEventKind.Assigned).Brand(7, 9, to: 1).Waits());

        Assert.Equal((UInt128)7, wait.ClosedBy);
    }

    [Fact]
    public void Case_09_Thank_you_after_our_answer_opens_no_wait() =>
        Assert.Single(new Story().Customer(1, 0).Brand(2, 10, to: 1).Customer(3, 12, to: 2, intent: Intent.Other).Waits());

    [Fact]
    public void Case_10_A_competitor_at_12_and_we_at_40_minutes()
    {
        var wait = Assert.Single(new Story().Customer(1, 0).Brand(2, 12, "Bolt", to: 1).Brand(3, 40, to: 1).Waits());

        Assert.Equal((Story.At(40), Story.At(12), "Bolt"), (wait.RepliedAt, wait.RivalAt, wait.Rival));
        Assert.Equal(TimeSpan.FromMinutes(-28), wait.RivalAt - wait.RepliedAt);
    }

    [Fact]
    public void Case_10_Our_reply_deleted_leaves_the_competitor_alone()
    {
        var wait = Assert.Single(new Story().Customer(1, 0).Brand(2, 12, "Bolt", to: 1).Brand(3, 40, to: 1, deleted: 41).Waits());

        Assert.Equal((null, null, Story.At(12)), (wait.ClosedAt, wait.RepliedAt, wait.RivalAt));
    }

    [Fact]
    public void Case_11_The_author_replying_to_themself_is_no_answer()
    {
        var wait = Assert.Single(new Story().Customer(1, 0).Customer(2, 5, to: 1).Waits());

        Assert.Equal((null, null), (wait.ClosedAt, wait.HelpedAt));
    }

    [Fact]
    public void Case_12_A_reply_that_is_known_late_closes_the_wait_in_retrospect()
    {
        var story = new Story().Customer(1, 0);
        Assert.Null(Assert.Single(story.Waits()).ClosedAt);

        Assert.Equal(Story.At(20), Assert.Single(story.Brand(2, 20, to: 1).Waits()).ClosedAt);
    }

    [Fact]
    public void Case_13_A_repost_is_no_second_complaint() =>
        Assert.Single(new Story().Customer(1, 0).Customer(2, 3, "ben", to: 1, brands: ["Acme"], repost: true).Waits());

    [Fact]
    public void Case_16_A_brand_outside_the_registry_answers_and_the_wait_goes_on()
    {
        var wait = Assert.Single(new Story().Customer(1, 0).Stranger(2, 5, to: 1).Waits());

        Assert.Equal((null, null, null), (wait.ClosedAt, wait.RivalAt, wait.HelpedAt));
    }

    [Fact]
    public void Case_17_A_machine_first_and_a_person_later_the_answer_is_the_persons()
    {
        var wait = Assert.Single(new Story().Customer(1, 0).Brand(2, 0.1, to: 1, automated: true).Brand(3, 90, to: 1).Waits());

        Assert.Equal((Story.At(90), Story.At(0.1)), (wait.ClosedAt, wait.AutomatedAt));
    }

    [Fact]
    public void Case_19_A_deleted_complaint_leaves_the_backlog_and_keeps_its_instant()
    {
        var wait = Assert.Single(new Story().Customer(1, 0, deleted: 30).Brand(2, 40, to: 1).Waits());

        Assert.Equal((Story.At(0), null, Story.At(30)), (wait.OpenedAt, wait.ClosedAt, wait.CensoredAt));
    }

    [Fact]
    public void Case_19_A_complaint_deleted_after_our_answer_stays_answered()
    {
        var wait = Assert.Single(new Story().Customer(1, 0, deleted: 30).Brand(2, 20, to: 1).Waits());

        Assert.Equal((Story.At(20), null), (wait.ClosedAt, wait.CensoredAt));
    }

    [Fact]
    public void Case_20_Two_customers_wait_and_a_reply_by_parent_closes_one()
    {
        var waits = new Story().Customer(1, 0, "ana").Customer(2, 1, "ben", to: 1, brands: ["Acme"]).Brand(3, 9, to: 2).Waits();

        Assert.Equal([("ana", null), ("ben", Story.At(9))], waits.Select(wait => (wait.Author, wait.ClosedAt)));
    }

    [Fact]
    public void Case_20_A_reply_that_mentions_both_closes_both()
    {
        var waits = new Story().Customer(1, 0, "ana").Customer(2, 1, "ben", to: 1, brands: ["Acme"]).Brand(3, 9, to: 2, mentions: ["Ana", "ben"]).Waits();

        Assert.All(waits, wait => Assert.Equal(Story.At(9), wait.ClosedAt));
    }

    [Fact]
    public void Case_20_A_reply_to_nobody_closes_the_single_open_wait_and_none_of_two()
    {
        Assert.Equal(Story.At(9), Assert.Single(new Story().Customer(1, 0).Brand(2, 9).Waits()).ClosedAt);
        Assert.All(new Story().Customer(1, 0, "ana").Customer(2, 1, "ben").Brand(3, 9).Waits(), wait => Assert.Null(wait.ClosedAt));
    }

    [Fact]
    public void Case_21_A_post_that_names_two_brands_opens_two_waits_each_with_its_own_clock()
    {
        var waits = new Story().Customer(1, 0, brands: ["Acme", "Bolt"]).Brand(2, 5, "Bolt", to: 1).Brand(3, 8, to: 1).Waits();

        Assert.Equal([("Acme", Story.At(8)), ("Bolt", Story.At(5))], waits.Select(wait => (wait.Brand, wait.ClosedAt!.Value)));
    }

    [Fact]
    public void Case_21_A_brands_answer_to_a_post_that_did_not_address_it_is_in_no_wait() =>
        Assert.Empty(new Story().Customer(1, 0, brands: []).Brand(2, 5, to: 1).Waits());

    [Fact]
    public void Case_23_An_instant_of_1998_on_a_live_post_makes_no_28_year_wait_and_one_of_2031_is_not_lost()
    {
        var seen = Story.Start;

        Assert.Equal(new(seen - PostedInstant.Tolerance, true), PostedInstant.Of(new(1998, 1, 1, 0, 0, 0, TimeSpan.Zero), seen, Arrival.Live));
        Assert.Equal(new(seen, true), PostedInstant.Of(new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero), seen, Arrival.Live));
        Assert.Equal(new(new(1998, 1, 1, 0, 0, 0, TimeSpan.Zero), false), PostedInstant.Of(new(1998, 1, 1, 0, 0, 0, TimeSpan.Zero), seen, Arrival.Backfill));
    }

    [Fact]
    public void Later_posts_of_who_waits_join_the_wait()
    {
        var wait = Assert.Single(new Story().Customer(1, 0).Customer(2, 5, to: 1, brands: ["Acme"]).Brand(3, 9, to: 2).Waits());

        Assert.Equal((Story.At(0), Story.At(9)), (wait.OpenedAt, wait.ClosedAt));
    }

    [Fact]
    public void A_wait_of_which_one_post_still_stands_is_open()
    {
        var wait = Assert.Single(new Story().Customer(1, 0, deleted: 10).Customer(2, 5, to: 1, brands: ["Acme"]).Waits());

        Assert.Null(wait.CensoredAt);
    }

    [Fact]
    public void Seven_days_of_silence_open_a_new_episode_and_a_minute_less_does_not()
    {
        Story After(double minutes) => new Story().Customer(1, 0).Brand(2, 10, to: 1).Customer(3, 10 + minutes, to: 2);

        Assert.Equal([1, 2], After(7 * Day).Waits().Select(wait => wait.Episode));
        Assert.Equal([1, 1], After((7 * Day) - 1).Waits().Select(wait => wait.Episode));
    }

    [Fact]
    public void No_answer_needed_leaves_the_wait_out_with_its_reason_and_a_later_reply_answers_nothing()
    {
        var wait = Assert.Single(new Story().Customer(1, 0).Agent(5, CaseEventKind.NoAnswerNeeded, "a joke").Brand(2, 9, to: 1).Waits());

        Assert.Equal(("no answer needed: a joke", Story.At(5), null), (wait.LeftOut, wait.ResolvedAt, wait.ClosedAt));
    }

    [Theory]
    [InlineData(Relevance.NotUs, "not us")]
    [InlineData(Relevance.Spam, "spam")]
    [InlineData(Relevance.Excluded, "excluded")]
    public void What_is_not_about_us_is_left_out_with_its_reason_and_joins_no_wait(Relevance relevance, string reason)
    {
        var waits = new Story().Customer(1, 0, relevance: relevance).Customer(2, 5).Brand(3, 9, to: 2).Waits();

        Assert.Equal([(1, reason, 0, null), (2, "", 1, Story.At(9))], waits.Select(wait => (wait.Number, wait.LeftOut, wait.Episode, wait.ClosedAt)));
    }

    [Fact]
    public void A_reply_earlier_than_the_post_it_answers_answers_at_once_and_is_flagged()
    {
        var wait = Assert.Single(new Story().Customer(1, 10).Brand(2, 8, to: 1).Waits());

        Assert.Equal((Story.At(10), true, Story.At(10)), (wait.ClosedAt, wait.Skewed, wait.RepliedAt));
    }

    [Fact]
    public void Another_customers_reply_helps_and_their_question_does_not()
    {
        Assert.Equal(Story.At(3), new Story().Customer(1, 0).Customer(2, 3, "ben", to: 1, intent: Intent.Other).Waits().Single(wait => wait.Author == "ana").HelpedAt);
        Assert.Null(new Story().Customer(1, 0).Customer(2, 3, "ben", to: 1, intent: Intent.Question).Waits().Single(wait => wait.Author == "ana").HelpedAt);
    }

    [Fact]
    public void A_reply_after_a_resolve_answers_until_the_customer_comes_back()
    {
        var story = new Story().Customer(1, 0).Agent(5, CaseEventKind.Resolved);
        Assert.Equal(Story.At(60), Assert.Single(new Story().Customer(1, 0).Agent(5, CaseEventKind.Resolved).Brand(2, 60, to: 1).Waits()).ClosedAt);

        var waits = story.Customer(2, 30, to: 1, brands: ["Acme"]).Brand(3, 60, to: 2).Waits();
        Assert.Equal([null, Story.At(60)], waits.Select(wait => wait.ClosedAt));
    }

    [Theory]
    [InlineData(CaseEventKind.Replied)]
    [InlineData(CaseEventKind.Asked)]
    [InlineData(CaseEventKind.AnsweredInside)]
    [InlineData(CaseEventKind.Prioritized)]
    public void What_is_said_of_an_answer_a_question_inside_or_a_priority_moves_no_clock(CaseEventKind kind)
    {
        Assert.Equal(new Story().Customer(1, 0).Waits(), new Story().Customer(1, 0).Agent(5, kind).Waits());
        Assert.Equal(new Story().Customer(1, 0).Brand(2, 9, to: 1).Customer(3, 20, to: 2).Waits(), new Story().Customer(1, 0).Agent(5, kind).Brand(2, 9, to: 1).Agent(10, kind).Customer(3, 20, to: 2).Waits());
    }

    [Fact]
    public void Posts_that_answer_each_other_in_a_ring_end()
    {
        var wait = Assert.Single(new Story().Customer(1, 0, to: 2, brands: ["Acme"]).Customer(2, 0, "ben", to: 1, intent: Intent.Other).Waits());

        Assert.Null(wait.ClosedAt);
    }
}
