using Listening.Brands;

namespace Listening.Web.Measuring;

/// <summary>How the company reads time: two executives see the same week.</summary>
/// <param name="Zone">IANA zone of every bucket.</param>
/// <param name="WeekStart">First day of a week.</param>
public sealed record ReportingTime(TimeZoneInfo Zone, DayOfWeek WeekStart)
{
    /// <summary>As the registry in use has it.</summary>
    public static ReportingTime Of(CurrentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var now = registry.Now;
        return new(now.Zone, now.WeekStart);
    }
}
