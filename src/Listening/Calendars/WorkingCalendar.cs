namespace Listening.Calendars;

/// <summary>When somebody works: hours of the week in a zone, without the holidays.</summary>
public sealed record WorkingCalendar
{
    /// <summary>What targets call it.</summary>
    public required string Name { get; init; }

    /// <summary>The zone its hours are told in (IANA).</summary>
    public required string TimeZone { get; init; }

    /// <summary>Hours of the week; two stretches of a day may not overlap.</summary>
    public IReadOnlyList<WorkingHours> Hours { get; init; } = [];

    /// <summary>Days without work.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];
}
