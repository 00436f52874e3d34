using Listening.Calendars;

namespace Listening.Sources.Holidays;

/// <summary>What an iCalendar file says of days without work.</summary>
/// <param name="Holidays">Its whole days in order, each once.</param>
/// <param name="Skipped">Entries that are no whole days: appointments.</param>
public sealed record FoundHolidays(IReadOnlyList<Holiday> Holidays, int Skipped);
