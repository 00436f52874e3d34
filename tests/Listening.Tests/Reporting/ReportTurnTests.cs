using System.Globalization;
using Listening.Reporting.Sending;
using Xunit;

namespace Listening.Tests.Reporting;

/// <summary>Which period is due when.</summary>
public sealed class ReportTurnTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    // A week in winter, on its Monday before and after eight.
    [InlineData("Weekly", 8, "2026-01-12T07:00:00Z", "2026-01-12T07:00:00Z", "2026-01-04T23:00:00Z", "2026-01-11T23:00:00Z")]
    [InlineData("Weekly", 8, "2026-01-12T06:59:59Z", "2026-01-05T07:00:00Z", "2025-12-28T23:00:00Z", "2026-01-04T23:00:00Z")]
    // Clocks go forward on 29 March 2026: the week has 167 hours, and its Monday's eight o'clock is an hour earlier in UTC.
    [InlineData("Weekly", 8, "2026-03-30T06:00:00Z", "2026-03-30T06:00:00Z", "2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("Weekly", 8, "2026-03-30T05:59:00Z", "2026-03-23T07:00:00Z", "2026-03-15T23:00:00Z", "2026-03-22T23:00:00Z")]
    // And back on 25 October: 169 hours.
    [InlineData("Weekly", 8, "2026-10-26T07:00:00Z", "2026-10-26T07:00:00Z", "2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z")]
    // Half past two does not exist that night: two o'clock is three. Nobody is left out, nobody gets two.
    [InlineData("Daily", 2, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z", "2026-03-27T23:00:00Z", "2026-03-28T23:00:00Z")]
    [InlineData("Daily", 2, "2026-03-29T00:59:00Z", "2026-03-28T01:00:00Z", "2026-03-26T23:00:00Z", "2026-03-27T23:00:00Z")]
    // Two o'clock comes twice that night: the first counts, the second is the same turn.
    [InlineData("Daily", 2, "2026-10-25T00:00:00Z", "2026-10-25T00:00:00Z", "2026-10-23T22:00:00Z", "2026-10-24T22:00:00Z")]
    [InlineData("Daily", 2, "2026-10-25T01:00:00Z", "2026-10-25T00:00:00Z", "2026-10-23T22:00:00Z", "2026-10-24T22:00:00Z")]
    // The day that clocks switched has 25 hours.
    [InlineData("Daily", 0, "2026-10-25T23:00:00Z", "2026-10-25T23:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    [InlineData("Monthly", 23, "2026-03-01T22:00:00Z", "2026-03-01T22:00:00Z", "2026-01-31T23:00:00Z", "2026-02-28T23:00:00Z")]
    [InlineData("Monthly", 23, "2026-03-01T21:59:00Z", "2026-02-01T22:00:00Z", "2025-12-31T23:00:00Z", "2026-01-31T23:00:00Z")]
    [InlineData("Monthly", 8, "2026-04-30T12:00:00Z", "2026-04-01T06:00:00Z", "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z")]
    public void The_newest_turn_is_a_whole_period_of_the_reporting_zone(string cadence, int hour, string now, string due, string from, string to)
    {
        var turn = ReportTurn.Newest(Enum.Parse<ReportCadence>(cadence), hour, Berlin, DayOfWeek.Monday, At(now));
        Assert.Equal((At(due), At(from), At(to)), (turn.Due, turn.From, turn.To));
    }

    [Fact]
    public void A_week_begins_on_the_day_that_the_company_says()
    {
        var turn = ReportTurn.Newest(ReportCadence.Weekly, 6, TimeZoneInfo.Utc, DayOfWeek.Sunday, At("2026-01-14T12:00:00Z"));
        Assert.Equal((At("2026-01-11T06:00:00Z"), At("2026-01-04T00:00:00Z"), At("2026-01-11T00:00:00Z")), (turn.Due, turn.From, turn.To));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Santiago")]
    [InlineData("Africa/Cairo")]
    public void Turns_follow_each_other_without_a_gap_or_an_overlap_through_every_switch_of_clocks(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        foreach (var cadence in Enum.GetValues<ReportCadence>())
            for (var hour = 0; hour < 24; hour += 5)
            {
                // Years in which São Paulo had days without a midnight.
                var now = At("2016-01-01T00:00:00Z");
                var last = ReportTurn.Newest(cadence, hour, zone, DayOfWeek.Monday, now);
                while (now < At("2019-06-01T00:00:00Z"))
                {
                    var next = ReportTurn.Next(cadence, hour, zone, DayOfWeek.Monday, now);
                    Assert.True(next.Due > now && next.Due > last.Due);
                    Assert.Equal(last.To, next.From);
                    Assert.Equal(last, ReportTurn.Newest(cadence, hour, zone, DayOfWeek.Monday, next.Due.AddTicks(-1)));
                    Assert.Equal(next, ReportTurn.Newest(cadence, hour, zone, DayOfWeek.Monday, next.Due));
                    (now, last) = (next.Due, next);
                }
            }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
