using System.Globalization;

namespace Listening.Conversations;

/// <summary>How much a wait mattered, from what was recorded while it ran.</summary>
public static class RecordedPriority
{
    /// <summary>
    /// The priority last recorded by the time of the answer; where the first record is later than that (the post was read late), the first. Null where there is none: of what was imported,
    /// and from before a target asked for a priority.
    /// </summary>
    /// <param name="wait">The wait.</param>
    /// <param name="events">What was done to the cases of its conversation.</param>
    public static int? Of(Wait wait, IReadOnlyList<CaseEvent> events)
    {
        ArgumentNullException.ThrowIfNull(wait);
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0) return null;
        var known = events.Where(one => one.Kind == CaseEventKind.Prioritized && one.Brand == wait.Brand && one.Author == wait.Author).OrderBy(one => one.At).ToList();
        var last = known.FindLast(one => wait.ClosedAt is null || one.At <= wait.ClosedAt) ?? known.FirstOrDefault();
        return int.TryParse(last?.Reason, NumberStyles.None, CultureInfo.InvariantCulture, out var priority) ? priority : null;
    }
}
