namespace Listening.Web.Hosting;

/// <summary>How the company reads time. Section <c>Reporting</c>.</summary>
public sealed record ReportingOptions
{
    /// <summary>IANA time zone of every bucket and report. UTC until somebody says where the company is.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>First day of a week. Monday, as ISO 8601 has it.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;
}
