using Listening.Calendars;

namespace Listening.Metrics;

/// <summary>What the metrics may be told by settings.</summary>
public sealed record MetricRules
{
    /// <summary>When a race is over. 72 hours: later nobody calls it an answer to a public complaint.</summary>
    public TimeSpan Race { get; init; } = TimeSpan.FromHours(72);

    /// <summary>The h of a rate when none is asked. One hour: the default target for a complaint.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What customers are promised.</summary>
    public CurrentTargets Targets { get; init; } = new();

    /// <summary>Most buckets in a series. A day by minute has 1 440, a year by hour 8 784.</summary>
    public int MaximumBuckets { get; init; } = 10_000;

    /// <summary>The times at which a response curve is told: dense where people are impatient, then ever wider, to four weeks.</summary>
    public IReadOnlyList<TimeSpan> CurveTimes { get; init; } =
    [
        .. new double[] { 0, 1, 2, 3, 4, 5, 7, 10, 12, 15, 20, 25, 30, 35, 40, 45, 50, 55 }.Select(TimeSpan.FromMinutes),
        .. new[] { 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12, 15, 18, 21, 24, 30, 36, 42, 48, 60, 72, 96, 120, 144, 168, 240, 336, 504, 672 }
            .Select(TimeSpan.FromHours),
    ];
}
