using Listening.Calendars;

namespace Listening.Web.Calendars;

/// <summary>Calendars as somebody wants them.</summary>
/// <param name="Calendars">All of them.</param>
/// <param name="From">From when on they are in force; absent for now. Earlier, and the facts are derived again.</param>
/// <param name="Note">Why, for the history.</param>
public sealed record CalendarsBody(IReadOnlyList<WorkingCalendar> Calendars, DateTimeOffset? From = null, string Note = "");
