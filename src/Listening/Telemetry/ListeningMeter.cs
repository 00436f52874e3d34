using System.Diagnostics.Metrics;

namespace Listening.Telemetry;

/// <summary>The program's own meter. Durations are seconds, sizes bytes; a tag's values are few, whatever comes from outside.</summary>
public static class ListeningMeter
{
    /// <summary>Under which name its instruments are collected.</summary>
    public const string Name = "Listening";

    /// <summary>The meter of everything that happens; what is only looked at has one of its own beside what it looks at.</summary>
    public static Meter Happening { get; } = new(Name);

    /// <summary>A histogram of seconds, from a millisecond to a minute.</summary>
    public static Histogram<double> Seconds(string name, string description) => Happening.CreateHistogram(
        name, "s", description, tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60] });

    /// <summary>A counter.</summary>
    public static Counter<long> Count(string name, string unit, string description) => Happening.CreateCounter<long>(name, unit, description);
}
