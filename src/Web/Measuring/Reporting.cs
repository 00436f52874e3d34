namespace Listening.Web.Measuring;

/// <summary>How the company reads time: two executives see the same week.</summary>
/// <param name="Zone">IANA zone of every bucket.</param>
/// <param name="WeekStart">First day of a week.</param>
public sealed record Reporting(TimeZoneInfo Zone, DayOfWeek WeekStart)
{
    /// <summary>Who waits longer is late. One hour unless the setting <c>Reporting:AnswerWithin</c> says otherwise.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(1);
}
