using Listening.Conversations;
using Xunit;

namespace Listening.Tests.Conversations;

public sealed class RecordedPriorityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_recorded_last_by_the_answer_counts_and_the_first_where_the_answer_came_before_all()
    {
        CaseEvent[] events = [Of(10, "20"), Of(30, "70"), Of(5, "90", "ben"), Of(5, "done", kind: CaseEventKind.Resolved)];
        Assert.Equal(70, RecordedPriority.Of(Wait(null), events));
        Assert.Equal(20, RecordedPriority.Of(Wait(29), events));
        Assert.Equal(70, RecordedPriority.Of(Wait(30), events));
        Assert.Equal(20, RecordedPriority.Of(Wait(1), events));
        Assert.Null(RecordedPriority.Of(Wait(null) with { Author = "cem" }, events));
        Assert.Null(RecordedPriority.Of(Wait(null), []));
    }

    private static CaseEvent Of(int minute, string reason, string author = "ana", CaseEventKind kind = CaseEventKind.Prioritized) => new(Noon.AddMinutes(minute), "Acme", author, kind, reason);

    private static Wait Wait(int? closed) => new() { Brand = "Acme", Author = "ana", Number = 1, Opener = 1, OpenedAt = Noon, Episode = 1, FirstOfEpisode = true, ClosedAt = closed is { } minute ? Noon.AddMinutes(minute) : null };
}
