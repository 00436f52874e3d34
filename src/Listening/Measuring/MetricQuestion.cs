namespace Listening.Measuring;

/// <summary>What is asked of a metric; one object serves the number, its series and the rows behind it, so they cannot disagree.</summary>
public sealed record MetricQuestion
{
    /// <summary>Id in the catalogue.</summary>
    public required string Metric { get; init; }

    /// <summary>Start of the cohort's period, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End of the cohort's period, exclusive.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Until when what happened to the cohort counts.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The h of <c>response_rate(h)</c>.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>The reporting time zone, for buckets.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>First day of a reporting week.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>How the series is cut.</summary>
    public Interval Interval { get; init; }

    /// <summary>A dimension of the metric to group by.</summary>
    public string? By { get; init; }

    /// <summary>One value of <see cref="By"/>: only the rows of this group. Absent for all groups.</summary>
    public string? Group { get; init; }

    /// <summary>The search language; absent for everything.</summary>
    public string? Filter { get; init; }

    /// <summary>A brand's name; absent for all brands of the kind the metric speaks of.</summary>
    public string? Brand { get; init; }

    /// <summary>Whether the period before, of the same length and with <see cref="AsOf"/> shifted as far, is answered too.</summary>
    public bool ComparePrevious { get; init; }

    /// <summary>Whether internal posts count too; only for those who may read them. Without it a question sees public posts alone.</summary>
    public bool WithInternal { get; init; }
}
