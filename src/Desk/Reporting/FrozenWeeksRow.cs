using Listening.Reporting;
using Listening.Reporting.Sending;

namespace Listening.Desk.Reporting;

/// <summary>The first four weeks of a brand as the database has them. No row is ever changed.</summary>
public sealed record FrozenWeeksRow
{
    /// <summary>Our brand; empty for all of ours.</summary>
    public required string Brand { get; init; }

    /// <summary>When they were recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Their report, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>The row of some weeks.</summary>
    public static FrozenWeeksRow Of(FrozenWeeks weeks)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        return new() { Brand = weeks.Brand ?? "", At = weeks.At, Content = ReportJson.Write(weeks.Report) };
    }

    /// <summary>As everybody else knows them.</summary>
    public FrozenWeeks Read() => new(Brand.Length > 0 ? Brand : null, At, ReportJson.Read<EngagementReport>(Content));
}
