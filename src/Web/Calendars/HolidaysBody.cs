namespace Listening.Web.Calendars;

/// <summary>An iCalendar file to be read: its text, or where it lies.</summary>
/// <param name="Text">The file.</param>
/// <param name="Url">An http or https address.</param>
public sealed record HolidaysBody(string? Text = null, string? Url = null);
