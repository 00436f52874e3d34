using Listening.Reporting;
using Listening.Reporting.Sending;

namespace Listening.Desk.Reporting;

/// <summary>A sent report as the database has it. No row is ever changed.</summary>
public sealed record SentReportRow
{
    /// <summary>Grows with every report.</summary>
    public long Number { get; init; }

    /// <summary>Its own.</summary>
    public required Guid Id { get; init; }

    /// <summary>Schedule and period, so that each is written once; null when somebody asked for it.</summary>
    public string? Turn { get; init; }

    /// <summary>The schedule.</summary>
    public Guid? ScheduleId { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string By { get; init; }

    /// <summary>What is attached to its mails.</summary>
    public required string Formats { get; init; }

    /// <summary>Our brand; null for all of ours.</summary>
    public required string? Brand { get; init; }

    /// <summary>Start of its period.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of its period.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Its first sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>What was asked, as JSON.</summary>
    public required string Question { get; init; }

    /// <summary>What was answered, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>The row of a report.</summary>
    public static SentReportRow Of(StoredReport report, string? turn)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new()
        {
            Id = report.Id, Turn = turn, ScheduleId = report.Schedule, MadeAt = report.MadeAt, By = report.By, Formats = ReportScheduleRow.FormatsOf(report.Formats),
            Brand = report.Content.Brand, From = report.Content.From, To = report.Content.To, Headline = report.Content.Sentences.Select(sentence => sentence.Text).FirstOrDefault("").Replace("\0", "", StringComparison.Ordinal),
            Question = ReportJson.Write(report.Question), Content = ReportJson.Write(report.Content),
        };
    }

    /// <summary>As everybody else knows it.</summary>
    public StoredReport Read(IEnumerable<ReportMessageRow> messages) => new(Id, MadeAt, By, ReportJson.Read<ReportQuestion>(Question), ReportJson.Read<EngagementReport>(Content))
    {
        Schedule = ScheduleId, Formats = ReportScheduleRow.FormatsOf(Formats), Messages = [.. messages.Select(row => row.Read())],
    };
}
