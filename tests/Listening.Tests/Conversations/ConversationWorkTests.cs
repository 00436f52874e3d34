using Listening.Conversations;
using Xunit;

namespace Listening.Tests.Conversations;

public sealed class ConversationWorkTests
{
    [Fact]
    public void Case_04_what_is_answered_resolved_and_comes_back_is_one_turn_of_two_episodes()
    {
        var story = new Story().Customer(1, 0).Agent(5, CaseEventKind.Assigned).Brand(2, 10, to: 1).Agent(12, CaseEventKind.Resolved).Customer(3, 45, to: 2);
        Assert.Equal([1, 2], story.Waits().Select(wait => wait.Episode));
        Assert.Equal("Assigned 5, Answered 10, Resolved 12, Reopened 45", Told(story, 1));
    }

    [Fact]
    public void Who_comes_back_after_more_than_seven_days_begins_a_turn_of_their_own()
    {
        const double Week = 7 * 24 * 60;
        var soon = new Story().Customer(1, 0).Agent(10, CaseEventKind.Resolved).Customer(2, 10 + Week, to: 1, brands: ["Acme"]).Agent(11 + Week, CaseEventKind.Resolved);
        Assert.Equal($"Resolved 10, Reopened {10 + Week}, Resolved {11 + Week}", Told(soon, 1));
        var late = new Story().Customer(1, 0).Agent(10, CaseEventKind.Resolved).Customer(2, 11 + Week, to: 1, brands: ["Acme"]).Agent(12 + Week, CaseEventKind.Resolved);
        Assert.Equal("Resolved 10", Told(late, 1));
        Assert.Equal($"Resolved {12 + Week}", Told(late, 2));
    }

    [Fact]
    public void Answers_count_also_those_after_the_first_and_a_conversation_that_nobody_touched_has_no_turns()
    {
        var story = new Story().Customer(1, 0).Brand(2, 1, to: 1).Brand(3, 2, to: 1);
        Assert.Empty(story.Work());
        Assert.Equal("Answered 1, Answered 2, Resolved 3", Told(story.Agent(3, CaseEventKind.Resolved), 1));
    }

    [Fact]
    public void A_resolve_that_was_undone_at_once_never_was()
    {
        static Story Plain() => new Story().Customer(1, 0).Customer(2, 1, "ben", to: 1, brands: ["Acme"]).Agent(5, CaseEventKind.Resolved, null, "ben").Customer(3, 45, to: 1, brands: ["Acme"]);
        foreach (var kind in (CaseEventKind[])[CaseEventKind.Resolved, CaseEventKind.NoAnswerNeeded, CaseEventKind.NotUs, CaseEventKind.Spam])
        {
            var slip = Plain().Agent(10, kind, "a joke").Agent(10.1, CaseEventKind.Undone);
            Assert.Equal(Plain().Waits(), slip.Waits());
            Assert.Equal(Plain().Work().Keys, slip.Work().Keys);
            // What was resolved before the slip stays so, and a reopen that was meant is one.
            Assert.Equal("Resolved 8", Told(new Story().Customer(1, 0).Agent(8, CaseEventKind.Resolved).Agent(10, kind).Agent(10.1, CaseEventKind.Undone), 1));
            Assert.Equal("Resolved 8, Reopened 9", Told(new Story().Customer(1, 0).Agent(8, CaseEventKind.Resolved).Agent(9, CaseEventKind.Reopened).Agent(10, kind).Agent(10.1, CaseEventKind.Undone), 1));
        }
    }

    [Fact]
    public void Two_customers_have_a_turn_each()
    {
        var story = new Story().Customer(1, 0).Customer(2, 1, "ben", to: 1, brands: ["Acme"]).Agent(5, CaseEventKind.Resolved).Agent(6, CaseEventKind.NoAnswerNeeded, "a joke", "ben");
        Assert.Equal(("Resolved 5", "Resolved 6"), (Told(story, 1), Told(story, 2)));
    }

    private static string Told(Story story, int opener) =>
        string.Join(", ", story.Work()[((UInt128)opener, "Acme")].Select(act => $"{act.Kind} {(act.At - Story.Start).TotalMinutes}"));
}
