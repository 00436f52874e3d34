using Listening.Calendars;
using Xunit;

namespace Listening.Tests.Calendars;

public sealed class WorkingTimeTests
{
    private static readonly DayOfWeek[] Week = Enum.GetValues<DayOfWeek>();
    private static readonly WorkingCalendar Office = Of("UTC", "09:00", "17:00", Week[1..6]);

    [Fact]
    public void Case_01_from_Friday_17_00_to_Monday_09_30_half_an_hour_is_worked()
    {
        var (friday, monday) = (At("2026-01-09T17:00Z"), At("2026-01-12T09:30Z"));
        Assert.Equal(64.5, (monday - friday).TotalHours);
        Assert.Equal(TimeSpan.FromHours(0.5), new WorkingTime(Office).Between(friday, monday));
    }

    [Fact]
    public void Case_05_forty_eight_working_hours_over_two_holidays_are_due_in_six_calendar_days()
    {
        var calendar = Of("UTC", "09:00", "21:00", Week) with { Holidays = [new(new(2026, 1, 7), "one"), new(new(2026, 1, 8), "two")] };
        var created = At("2026-01-05T23:00Z");
        var due = new WorkingTime(calendar).After(created, TimeSpan.FromHours(48));
        Assert.Equal(At("2026-01-11T21:00Z"), due);
        Assert.Equal(6, (due!.Value.Date - created.Date).TotalDays);
    }

    [Fact]
    public void Case_06_a_calendar_of_all_hours_adds_nothing_at_midnight_and_is_the_wall_clock_over_both_switches()
    {
        var always = new WorkingTime(Of("Europe/Berlin", "00:00", "24:00", Week));
        foreach (var from in new[] { "2026-01-05T22:59:59.999Z", "2026-03-28T12:00Z", "2026-10-24T12:00Z" })
            Assert.Equal(TimeSpan.FromHours(36), always.Between(At(from), At(from).AddHours(36)));
    }

    [Fact]
    public void Case_06_a_complaint_on_a_free_day_starts_at_the_first_working_minute()
    {
        var office = new WorkingTime(Office with { Holidays = [new(new(2026, 1, 12), "a Monday off")] });
        Assert.Equal(At("2026-01-13T10:00Z"), office.After(At("2026-01-10T03:00Z"), TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.Zero, office.Between(At("2026-01-10T03:00Z"), At("2026-01-13T09:00Z")));
    }

    [Theory]
    // From 1 to 4 in the night: an hour is skipped in spring and comes twice in autumn.
    [InlineData("Europe/Berlin", "2026-03-28T23:00Z", 2)]
    [InlineData("Europe/Berlin", "2026-10-24T22:00Z", 4)]
    [InlineData("Europe/Berlin", "2026-06-10T22:00Z", 3)]
    // Half an hour, in Lord Howe from 2 to 2:30 and from 2 to 1:30.
    [InlineData("Australia/Lord_Howe", "2026-10-03T12:00Z", 2.5)]
    [InlineData("Australia/Lord_Howe", "2026-04-04T12:00Z", 3.5)]
    public void Case_06_the_hours_of_a_night_in_which_clocks_are_switched_are_those_that_pass(string zone, string from, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), new WorkingTime(Of(zone, "01:00", "04:00", Week)).Between(At(from), At(from).AddHours(20)));

    [Fact]
    public void An_end_at_24_00_and_a_begin_at_00_00_touch()
    {
        var night = new WorkingCalendar
        {
            Name = "night", TimeZone = "Asia/Kathmandu", Hours = [new(DayOfWeek.Monday, "22:00", "24:00"), new(DayOfWeek.Tuesday, "00:00", "06:00")],
        };
        var monday = At("2026-01-05T16:15Z"); // 22:00 in Kathmandu
        Assert.Equal(monday.AddHours(8), new WorkingTime(night).After(monday.AddHours(-3), TimeSpan.FromHours(8)));
    }

    [Fact]
    public void Working_time_adds_up_over_every_split_is_never_more_than_wall_time_and_equals_the_naive_one()
    {
        var random = new Random(11);
        string[] zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Sao_Paulo"];
        for (var round = 0; round < 60; round++)
        {
            var calendar = Any(random, zones[random.Next(zones.Length)]);
            var time = new WorkingTime(calendar);
            // Around the days on which clocks are switched.
            var start = At(round % 2 == 0 ? "2026-03-26T00:00Z" : "2026-10-01T00:00Z");
            for (var split = 0; split < 20; split++)
            {
                var instants = Enumerable.Range(0, 3).Select(_ => start.AddMilliseconds(random.NextInt64(6L * 86_400_000))).Order().ToArray();
                var (from, middle, to) = (instants[0], instants[1], instants[2]);
                var whole = time.Between(from, to);
                Assert.Equal(whole, time.Between(from, middle) + time.Between(middle, to));
                Assert.InRange(whole, TimeSpan.Zero, to - from);
                Assert.True(NaiveWorkingTime.Between(calendar, from, to) == whole, $"{calendar.TimeZone} {string.Join(' ', calendar.Hours)} from {from:O} to {to:O}: {whole}");
                // What is due after so much work is the first instant by which so much is worked.
                if (whole <= TimeSpan.Zero || time.After(from, whole) is not { } due) continue;
                Assert.True(due <= to);
                Assert.Equal(whole, time.Between(from, due));
                Assert.True(time.Between(from, due.AddMilliseconds(-1)) < whole);
            }
        }
    }

    [Fact]
    public void A_promise_that_the_calendar_never_comes_to_has_no_due_instant() =>
        Assert.Null(new WorkingTime(Office).After(At("2059-12-30T00:00Z"), TimeSpan.FromHours(24)));

    private static WorkingCalendar Any(Random random, string zone)
    {
        var hours = new List<WorkingHours>();
        foreach (var day in Week)
        {
            var borders = Enumerable.Range(0, 4).Select(_ => random.Next(0, 97) * 15).Distinct().Order().ToArray();
            for (var i = 0; i + 1 < borders.Length; i += 2) hours.Add(new(day, Text(borders[i]), Text(borders[i + 1])));
        }

        return new() { Name = "any", TimeZone = zone, Hours = hours, Holidays = [new(new(2026, 3, 30), "")] };
    }

    private static string Text(int minute) => $"{minute / 60:00}:{minute % 60:00}";

    private static WorkingCalendar Of(string zone, string from, string to, params DayOfWeek[] days) =>
        new() { Name = "office", TimeZone = zone, Hours = [.. days.Select(day => new WorkingHours(day, from, to))] };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text);
}
