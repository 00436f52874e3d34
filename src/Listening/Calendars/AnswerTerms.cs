namespace Listening.Calendars;

/// <summary>What one customer was promised: the target that fits, of the version in force when they wrote.</summary>
/// <param name="Version">The version's number; 0 before any was in force.</param>
/// <param name="Target">The target.</param>
/// <param name="Counting">The calendar by which the target counts; null when every hour does.</param>
/// <param name="Calendar">The name of the calendar by which working time is measured; empty when there is none.</param>
/// <param name="Measuring">That calendar.</param>
public sealed record AnswerTerms(int Version, AnswerTarget Target, WorkingTime? Counting, string Calendar, WorkingTime? Measuring)
{
    /// <summary>When the first answer is due to who wrote at <paramref name="at"/>; null when the calendar never comes to it.</summary>
    public DateTimeOffset? FirstDue(DateTimeOffset at) => Due(at, Target.FirstAnswer);

    /// <summary>When the answer to a later post is due.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset at) => Due(at, Target.NextAnswer ?? Target.FirstAnswer);

    /// <summary>When the case is to be done; null where nothing is said of that.</summary>
    public DateTimeOffset? ResolveDue(DateTimeOffset at) => Target.Resolve is { } seconds ? Due(at, seconds) : null;

    private DateTimeOffset? Due(DateTimeOffset at, long seconds)
    {
        var work = TimeSpan.FromSeconds(seconds);
        return Counting is null ? at + work : Counting.After(at, work);
    }
}
