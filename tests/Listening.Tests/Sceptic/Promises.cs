using Listening.Calendars;

namespace Listening.Tests.Sceptic;

/// <summary>What the sceptic's customers were promised, told once to the product and once, day by day on the dial, to the sceptic.</summary>
internal static class Promises
{
    private static readonly DateTimeOffset First = new(2017, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Second = new(2017, 10, 20, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Free = new(2017, 10, 9);

    /// <summary>
    /// Nothing before 2017; then a New York office from 9 to 17 on weekdays but one, two working hours for everybody; from 20 October on shops in Kathmandu
    /// from 6 to 24 every day, and ninety minutes by the clock on the wall, later answers in twenty.
    /// </summary>
    public static TargetsInUse Product { get; } = new(
        [
            new(1, Second, First, "ana", "", new()
            {
                Calendars =
                [
                    new()
                    {
                        Name = "office", TimeZone = "America/New_York", Holidays = [new(Free, "Columbus Day")],
                        Hours = [.. Enumerable.Range(1, 5).Select(day => new WorkingHours((DayOfWeek)day, "09:00", "17:00"))],
                    },
                ],
                Targets = [new() { Name = "office", Calendar = "office", FirstAnswer = 7200 }],
            }),
            new(2, Second, Second, "ana", "", new()
            {
                Calendars = [new() { Name = "shop", TimeZone = "Asia/Kathmandu", Hours = [.. Enumerable.Range(0, 7).Select(day => new WorkingHours((DayOfWeek)day, "06:00", "24:00"))] }],
                Targets = [new() { Name = "ninety", Source = "twitter", FirstAnswer = 5400, NextAnswer = 1200 }],
            }),
        ],
        TimeSpan.FromHours(1));

    public static string? Calendar(Waiting wait) => wait.Opener.At < First ? null : wait.Opener.At < Second ? "office" : "shop";

    /// <summary>Working seconds until the answer, the deletion or the instant asked about.</summary>
    public static double Worked(Waiting wait, DateTimeOffset asOf) =>
        Between(Calendar(wait)!, wait.Opener.At, wait.Opener.At.AddSeconds(IndependentMetrics.Seconds(wait, asOf)));

    public static string State(Waiting wait, DateTimeOffset asOf)
    {
        var (answered, gone) = (wait.AnsweredAt <= asOf ? wait.AnsweredAt : null, wait.GoneAt <= asOf ? wait.GoneAt : null);
        if (answered is { } at && !Late(wait, at)) return "met";
        if (answered is null && gone is { } deleted && !Late(wait, deleted)) return "deleted";
        return Late(wait, asOf) ? "missed" : "not due yet";
    }

    // By the office's clock somebody is late once more than two hours are worked.
    private static bool Late(Waiting wait, DateTimeOffset at) => Calendar(wait) switch
    {
        "office" => Between("office", wait.Opener.At, at) > 7200,
        "shop" => (at - wait.Opener.At).TotalSeconds > (wait.FirstOfEpisode ? 5400 : 1200),
        _ => (at - wait.Opener.At).TotalSeconds > 3600,
    };

    private static double Between(string calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar == "office" ? "America/New_York" : "Asia/Kathmandu");
        var (opens, closes) = calendar == "office" ? (9, 17) : (6, 24);
        var seconds = 0.0;
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime); ; day = day.AddDays(1))
        {
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            // Neither zone switches its clocks within these hours.
            var (start, end) = (Instant(midnight.AddHours(opens), zone), Instant(midnight.AddHours(closes), zone));
            if (start >= to) return seconds;
            if (calendar == "office" && (day == Free || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)) continue;
            var overlap = (end < to ? end : to) - (start > from ? start : from);
            if (overlap > TimeSpan.Zero) seconds += overlap.TotalSeconds;
        }
    }

    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone) => new(local, zone.GetUtcOffset(local));
}
