using Listening.Reporting;
using Listening.Reporting.Sending;

namespace Listening.Web.Mailing;

/// <summary>A schedule as somebody wants it. What is left out stays as it is, or is as usual in a new one.</summary>
public sealed record ReportScheduleRequest
{
    /// <summary>Our brand; empty for all of ours.</summary>
    public string? Brand { get; init; }

    /// <summary>How often.</summary>
    public ReportCadence? Cadence { get; init; }

    /// <summary>At which hour of the day in the reporting zone, 0 to 23.</summary>
    public int? Hour { get; init; }

    /// <summary>Mail addresses.</summary>
    public IReadOnlyList<string>? Recipients { get; init; }

    /// <summary>What is attached.</summary>
    public IReadOnlyList<ReportFormat>? Formats { get; init; }

    /// <summary>Whether the webhook gets it too.</summary>
    public bool? Webhook { get; init; }

    /// <summary>What its periods are held against.</summary>
    public ReportComparison? Comparison { get; init; }

    /// <summary>Whether it is sent.</summary>
    public bool? Enabled { get; init; }

    /// <summary>A schedule with what is asked for in it.</summary>
    public ReportSchedule Change(ReportSchedule schedule, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var next = schedule with
        {
            Brand = Brand is null ? schedule.Brand : Brand.Trim() is { Length: > 0 } brand ? brand : null,
            Cadence = Cadence ?? schedule.Cadence,
            Hour = Hour ?? schedule.Hour,
            Recipients = Recipients is null ? schedule.Recipients : [.. Recipients.Select(one => one.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)],
            Formats = Formats is null ? schedule.Formats : [.. Formats.Distinct().Order()],
            Webhook = Webhook ?? schedule.Webhook,
            Comparison = Comparison ?? schedule.Comparison,
            Enabled = Enabled ?? schedule.Enabled,
            By = by,
        };
        // What was due while it was off, or in another rhythm, is not made up for.
        return next.Cadence != schedule.Cadence || (next.Enabled && !schedule.Enabled) ? next with { Since = now } : next;
    }
}
