namespace Listening.Calendars;

/// <summary>A day on which nobody works.</summary>
/// <param name="Day">The day, in the calendar's zone.</param>
/// <param name="Name">What it is called; may be empty.</param>
public sealed record Holiday(DateOnly Day, string Name);
