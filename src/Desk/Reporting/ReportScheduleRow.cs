using Listening.Reporting;
using Listening.Reporting.Sending;

namespace Listening.Desk.Reporting;

/// <summary>A report that is sent by itself, as the database has it.</summary>
public sealed record ReportScheduleRow
{
    /// <summary>Its own.</summary>
    public required Guid Id { get; init; }

    /// <summary>Our brand; null for all of ours.</summary>
    public required string? Brand { get; init; }

    /// <summary>How often.</summary>
    public required ReportCadence Cadence { get; init; }

    /// <summary>At which hour.</summary>
    public required int Hour { get; init; }

    /// <summary>Mail addresses, one a line.</summary>
    public required string Recipients { get; init; }

    /// <summary>What is attached, separated by commas.</summary>
    public required string Formats { get; init; }

    /// <summary>Whether the webhook gets it.</summary>
    public required bool Webhook { get; init; }

    /// <summary>What its periods are held against.</summary>
    public required ReportComparison Comparison { get; init; }

    /// <summary>Whether it is sent.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Who last changed it.</summary>
    public required string By { get; init; }

    /// <summary>The row of a schedule.</summary>
    public static ReportScheduleRow Of(ReportSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new()
        {
            Id = schedule.Id, Brand = schedule.Brand, Cadence = schedule.Cadence, Hour = schedule.Hour, Recipients = string.Join('\n', schedule.Recipients),
            Formats = FormatsOf(schedule.Formats), Webhook = schedule.Webhook, Comparison = schedule.Comparison, Enabled = schedule.Enabled, Since = schedule.Since, By = schedule.By,
        };
    }

    /// <summary>As everybody else knows it.</summary>
    public ReportSchedule Read() => new()
    {
        Id = Id, Brand = Brand, Cadence = Cadence, Hour = Hour, Recipients = Recipients.Split('\n', StringSplitOptions.RemoveEmptyEntries), Formats = FormatsOf(Formats),
        Webhook = Webhook, Comparison = Comparison, Enabled = Enabled, Since = Since, By = By,
    };

    internal static string FormatsOf(IReadOnlyList<ReportFormat> formats) => string.Join(',', formats);

    internal static IReadOnlyList<ReportFormat> FormatsOf(string formats) => [.. formats.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ReportFormat>)];
}
