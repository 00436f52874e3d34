using Listening.Calendars;
using Listening.Sources.Holidays;
using Xunit;

namespace Listening.Tests.Sources.Holidays;

public sealed class HolidayFileTests
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2028, 12, 31);

    [Fact]
    public void Whole_days_are_read_each_once_over_their_length_and_their_years_and_appointments_are_skipped()
    {
        var found = HolidayFile.Read(
            File(
                "DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260102\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:New Year",
                "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas\\, at home",
                "DTSTART;VALUE=DATE:20261225\r\nSUMMARY:The same day again",
                "DTSTART;VALUE=DATE:20240501\r\nSUMMARY:Before",
                "DTSTART:20260601T090000Z\r\nDTEND:20260601T100000Z\r\nSUMMARY:A meeting"),
            First, Last);
        Assert.Equal(
            [
                new(new(2026, 1, 1), "New Year"), new(new(2026, 12, 24), "Christmas, at home"), new(new(2026, 12, 25), "Christmas, at home"),
                new(new(2026, 12, 26), "Christmas, at home"), new(new(2027, 1, 1), "New Year"), new Holiday(new(2028, 1, 1), "New Year"),
            ],
            found.Holidays);
        Assert.Equal(1, found.Skipped);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>not found</html>")]
    [InlineData("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")]
    public void What_is_no_calendar_with_events_is_told(string text) => Assert.Throws<FormatException>(() => HolidayFile.Read(text, First, Last));

    [Fact]
    public void A_rule_without_end_is_not_followed_without_end()
    {
        var found = HolidayFile.Read(File("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Always"), First, Last);
        Assert.Equal(Last.DayNumber - First.DayNumber + 1, found.Holidays.Count);
    }

    private static string File(params string[] events) =>
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
        + string.Concat(events.Select((text, i) => $"BEGIN:VEVENT\r\nUID:{i}@test\r\nDTSTAMP:20260101T000000Z\r\n{text}\r\nEND:VEVENT\r\n")) + "END:VCALENDAR\r\n";
}
