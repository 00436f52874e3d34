namespace Listening.Calendars;

/// <summary>Something that keeps calendars and targets from being set.</summary>
/// <param name="Place">Where, such as <c>calendars[0].hours[2].to</c>.</param>
/// <param name="Message">What is wrong and how it would be right.</param>
public sealed record TargetsFault(string Place, string Message);
