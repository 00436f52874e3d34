using Listening.Measuring;
using Listening.Web.Measuring;

namespace Listening.Web.Hosting;

/// <summary>Section <c>Reporting</c>: how the company reads time.</summary>
public static class ReportingSettings
{
    /// <summary>Reads <c>TimeZone</c> (IANA, UTC when absent) and <c>WeekStart</c> (Monday when absent). Throws <see cref="SettingException"/>.</summary>
    public static ReportingTime Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Reporting");
        var id = section["TimeZone"] is { Length: > 0 } named ? named : "UTC";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            throw new SettingException("Reporting:TimeZone", $"'{id}' is no time zone this machine knows. Example: Europe/Berlin");
        var start = section["WeekStart"] is { Length: > 0 } day ? day : nameof(DayOfWeek.Monday);
        if (!Enum.TryParse<DayOfWeek>(start, ignoreCase: true, out var weekStart) || char.IsDigit(start[0]))
            throw new SettingException("Reporting:WeekStart", $"'{start}' is no day of the week. Example: Sunday");
        return new(zone, weekStart);
    }

    /// <summary>Reads <c>AnswerWithin</c>, one hour when absent: who waits longer is late. Throws <see cref="SettingException"/>.</summary>
    public static TimeSpan AnswerWithin(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var value = configuration["Reporting:AnswerWithin"];
        try
        {
            return QuestionText.Duration("AnswerWithin", value) ?? TimeSpan.FromHours(1);
        }
        catch (MetricQuestionException)
        {
            throw new SettingException("Reporting:AnswerWithin", $"'{value}' is no duration. Example: 45m");
        }
    }
}
