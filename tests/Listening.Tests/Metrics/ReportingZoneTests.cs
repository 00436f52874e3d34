using System.Globalization;
using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>Golden case 7, and weeks.</summary>
public sealed class ReportingZoneTests(EngineFixture engine) : FactsTest(engine)
{
    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private async Task<string> BucketsAsync(string zone, Interval interval, string from, string to, params string[] posts)
    {
        await Facts.AddAsync([.. posts.Select(post => new SeededPost { PostedAt = At(post) })]);
        var asked = new MetricQuestion
        {
            Metric = "posts", From = At(from), To = At(to), AsOf = At(to), Interval = interval, Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            WeekStart = zone == "America/New_York" ? DayOfWeek.Sunday : DayOfWeek.Monday,
        };
        return string.Join(", ", (await AskAsync(asked)).Series.Select(point => $"{point.Bucket!.Value.ToUniversalTime():MM-dd HH:mm}={point.N}"));
    }

    [Fact]
    public async Task Hours_in_Kathmandu_start_at_a_quarter_past_in_utc() =>
        Assert.Equal("01-05 08:15=1, 01-05 09:15=2, 01-05 10:15=1", await BucketsAsync("Asia/Kathmandu", Interval.Hour, "2026-01-05 09:00", "2026-01-05 11:00",
            "2026-01-05 09:14:59.999", "2026-01-05 09:15", "2026-01-05 10:14:59.999", "2026-01-05 10:15"));

    [Fact]
    public async Task The_hour_in_which_Lord_Howe_puts_its_clock_back_by_half_an_hour_has_90_minutes() =>
        // 5 April 2026: 02:00 at +11:00 becomes 01:30 at +10:30, at 15:00 UTC.
        Assert.Equal("04-04 13:00=1, 04-04 14:00=2, 04-04 15:30=1, 04-04 16:30=0", await BucketsAsync(
            "Australia/Lord_Howe", Interval.Hour, "2026-04-04 13:00", "2026-04-04 17:00",
            "2026-04-04 13:59", "2026-04-04 14:00", "2026-04-04 15:29:59.999", "2026-04-04 15:30"));

    [Fact]
    public async Task The_hour_in_which_Lord_Howe_puts_its_clock_forward_by_half_an_hour_has_30_minutes() =>
        // 4 October 2026: 02:00 at +10:30 becomes 02:30 at +11:00, at 15:30 UTC of the day before.
        Assert.Equal("10-03 14:30=1, 10-03 15:30=1, 10-03 16:00=1", await BucketsAsync(
            "Australia/Lord_Howe", Interval.Hour, "2026-10-03 14:30", "2026-10-03 17:00", "2026-10-03 15:29", "2026-10-03 15:59", "2026-10-03 16:00"));

    [Fact]
    public async Task A_period_that_starts_after_the_shift_starts_in_the_bucket_that_began_before_it() =>
        Assert.Equal("04-04 14:00=1, 04-04 15:30=0", await BucketsAsync(
            "Australia/Lord_Howe", Interval.Hour, "2026-04-04 15:10", "2026-04-04 16:00", "2026-04-04 15:20"));

    [Fact]
    public async Task A_repeated_hour_is_two_and_a_skipped_one_none()
    {
        Assert.Equal("10-24 23:00=0, 10-25 00:00=1, 10-25 01:00=1, 10-25 02:00=0", await BucketsAsync(
            "Europe/Berlin", Interval.Hour, "2026-10-24 23:00", "2026-10-25 03:00", "2026-10-25 00:30", "2026-10-25 01:30"));
        Assert.Equal("03-29 00:00=0, 03-29 01:00=1", await BucketsAsync("Europe/Berlin", Interval.Hour, "2026-03-29 00:00", "2026-03-29 02:00", "2026-03-29 01:00"));
    }

    [Fact]
    public async Task Days_have_23_and_25_hours() =>
        Assert.Equal("10-23 22:00=0, 10-24 22:00=2, 10-25 23:00=1", await BucketsAsync(
            "Europe/Berlin", Interval.Day, "2026-10-23 22:00", "2026-10-26 22:00", "2026-10-24 22:00", "2026-10-25 22:59", "2026-10-25 23:00"));

    [Fact]
    public async Task A_day_whose_midnight_is_skipped_starts_at_the_leap() =>
        // Santiago, 6 September 2026: midnight becomes 01:00, at 04:00 UTC.
        Assert.Equal("09-05 04:00=1, 09-06 04:00=1", await BucketsAsync(
            "America/Santiago", Interval.Day, "2026-09-05 12:00", "2026-09-06 12:00", "2026-09-06 03:59", "2026-09-06 04:00"));

    [Fact]
    public async Task Weeks_start_where_the_brand_says()
    {
        Assert.Equal("12-28 05:00=1, 01-04 05:00=1", await BucketsAsync(
            "America/New_York", Interval.Week, "2025-12-30 00:00", "2026-01-10 00:00", "2026-01-04 04:59", "2026-01-04 05:00"));
        Assert.Equal("12-29 00:00=2, 01-05 00:00=0", await BucketsAsync("UTC", Interval.Week, "2025-12-30 00:00", "2026-01-10 00:00"));
    }

    [Fact]
    public async Task Months_start_on_their_first_local_day() =>
        Assert.Equal("12-31 18:15=1, 01-31 18:15=1", await BucketsAsync(
            "Asia/Kathmandu", Interval.Month, "2026-01-10 00:00", "2026-02-10 00:00", "2026-01-31 18:14", "2026-01-31 18:15"));
}
