using FsCheck;
using FsCheck.Fluent;
using Listening.Classifying;
using Listening.Conversations;
using Microsoft.FSharp.Core;
using Xunit;

namespace Listening.Tests.Conversations;

/// <summary>What is true of the clock whatever happened: held against a naive one, and against itself on a history that was changed.</summary>
public sealed class RandomHistoryTests
{
    private const int Many = 20_000;

    private static readonly string[] OurBrands = ["Acme"];

    [Fact]
    public void Every_wait_equals_the_naive_clocks_and_no_kind_of_wait_is_missing()
    {
        var kinds = new Kinds();
        Holds(Many, history =>
        {
            var (waits, naive) = (history.Waits(), new NaiveClock(history, new ClockRules().EpisodeSilence, OurBrands).Waits());
            kinds.Count(history, waits);
            return waits.SequenceEqual(naive) ? null : $"the clock:\n{Told(waits)}\nthe naive clock:\n{Told(naive)}";
        });
        kinds.AssertEachIsThere(100);
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Holds(3_000, history =>
    {
        var turned = new History([.. history.Posts.Reverse()], [.. history.Events.Reverse()]);
        var sorted = new History([.. history.Posts.OrderBy(post => post.Author, StringComparer.Ordinal).ThenBy(post => post.PostedAt)], [.. history.Events.OrderBy(act => act.Kind)]);
        return history.Waits().SequenceEqual(turned.Waits()) && history.Waits().SequenceEqual(sorted.Waits()) ? null : "another order, other waits";
    });

    [Fact]
    public void Without_replies_to_nobody_an_unanswered_complaint_is_one_open_wait_more_and_changes_no_other() => Holds(5_000, history =>
    {
        var named = history with { Posts = [.. history.Posts.Select(post => post.Account is null || post.Mentions.Count > 0 ? post : post with { Mentions = ["ana"] })] };
        var (before, after) = (named.Waits(), named.With(Complaint).Waits());
        var added = after.Where(wait => wait.Author == Complaint.Author).ToList();
        return added is [{ ClosedAt: null, CensoredAt: null, RepliedAt: null, Episode: 1, Number: 1 }] && before.SequenceEqual(after.Except(added)) ? null : $"before:\n{Told(before)}\nafter:\n{Told(after)}";
    });

    [Fact]
    public void An_unanswered_complaint_more_makes_nobody_answered_sooner() => Holds(10_000, skewed =>
    {
        var history = Unskewed(skewed);
        return NobodySooner(history.Waits(), [.. history.With(Complaint).Waits().Where(wait => wait.Author != Complaint.Author)]);
    });

    [Fact]
    public void Deleting_a_reply_of_ours_makes_nobody_answered_sooner() => Holds(10_000, skewed =>
    {
        var history = Unskewed(skewed);
        return history.Posts.Where(post => post is { Party: Party.Own, DeletedAt: null })
            .Select(reply => NobodySooner(history.Waits(), history.Without(reply).With(reply with { DeletedAt = Story.At(1e6) }).Waits()))
            .FirstOrDefault(failure => failure is not null);
    });

    [Fact]
    public void A_deleted_reply_is_as_good_as_none() => Holds(3_000, history => history.Posts
        .Where(post => post is { Party: Party.Own, DeletedAt: not null } && history.Posts.All(other => other.Parent != post.Post))
        .Select(reply => history.Waits().SequenceEqual(history.Without(reply).Waits()) ? null : $"#{reply.Post} matters")
        .FirstOrDefault(failure => failure is not null));

    [Fact]
    public void No_duration_is_negative_and_each_triple_counts_from_one() => Holds(5_000, history => history.Waits()
        .GroupBy(wait => (wait.Brand, wait.Author))
        .Select(triple => triple.Select(wait => wait.Number).SequenceEqual(Enumerable.Range(1, triple.Count()))
            && triple.All(wait => wait.OpenedAt <= (wait.ClosedAt ?? wait.OpenedAt) && wait.OpenedAt <= (wait.CensoredAt ?? wait.OpenedAt) && wait.OpenedAt <= (wait.RepliedAt ?? wait.OpenedAt))
            && triple.Where(wait => wait.FirstOfEpisode).Select(wait => wait.Episode).SequenceEqual(Enumerable.Range(1, triple.Max(wait => wait.Episode)))
            && triple.Where(wait => wait.FirstOfSilenceEpisode).Select(wait => wait.SilenceEpisode).SequenceEqual(Enumerable.Range(1, triple.Max(wait => wait.SilenceEpisode)))
            ? null : Told([.. triple]))
        .FirstOrDefault(failure => failure is not null));

    private static ConversationPost Complaint { get; } = new()
    {
        Post = 500,
        PostedAt = Story.Start.AddDays(1),
        Author = "zoe",
        Handle = "zoe",
        Party = Party.Customer,
        Brands = ["Acme"],
        Intent = Intent.Complaint,
    };

    /// <summary>
    /// A reply older than the post it answers counts for the wait which that post joined, and which one that is hangs on everything before: what is
    /// said of sooner and later is said of clocks that agree.
    /// </summary>
    private static History Unskewed(History history) => history with
    {
        Posts = [.. history.Posts.Select(post => history.Posts.Any(above => above.Post == post.Parent && above.PostedAt > post.PostedAt) ? post with { Parent = null } : post)],
    };

    /// <summary>Every wait of <paramref name="after"/> was opened by a post that opened one before, and is answered no sooner.</summary>
    private static string? NobodySooner(IReadOnlyList<Wait> before, IReadOnlyList<Wait> after)
    {
        foreach (var wait in after)
        {
            var same = before.SingleOrDefault(other => (other.Opener, other.Brand) == (wait.Opener, wait.Brand));
            if (same is null || (wait.ClosedAt is not null && (same.ClosedAt is null || wait.ClosedAt < same.ClosedAt)))
                return $"before:\n{Told(before)}\nafter:\n{Told(after)}";
        }
        return null;
    }

    private static void Holds(int histories, Func<History, string?> failure)
    {
        var told = 0;
        // With a size the replay would be of a single history.
        var replay = new Replay(new Rnd(20_261_129UL), FSharpOption<int>.None);
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(histories).WithReplay(replay), Prop.ForAll(Histories.Any, history =>
        {
            told++;
            return failure(history) is { } why ? false.Label(why) : true.Label("");
        }));
        Assert.Equal(histories, told);
    }

    private static string Told(IEnumerable<Wait> waits) => string.Join('\n', waits);
}
