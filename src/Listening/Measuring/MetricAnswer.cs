namespace Listening.Measuring;

/// <summary>A metric's answer. Durations are seconds, shares are 0 to 1.</summary>
public sealed record MetricAnswer
{
    /// <summary>Id in the catalogue.</summary>
    public required string Id { get; init; }

    /// <summary><c>seconds</c>, <c>share</c> or <c>count</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The number; null when n = 0, or when a Kaplan–Meier curve does not reach the quantile (see <see cref="GreaterThan"/>).</summary>
    public double? Value { get; init; }

    /// <summary>How many rows the number rests on; the length of its list.</summary>
    public long N { get; init; }

    /// <summary>For a count, how many rows it was counted among: "3 of 412".</summary>
    public long? Of { get; init; }

    /// <summary>The largest observed time where the curve does not reach the quantile: "&gt; x".</summary>
    public double? GreaterThan { get; init; }

    /// <summary>The period before, where asked.</summary>
    public MetricAnswer? Previous { get; init; }

    /// <summary>The period, or the curve, cut up.</summary>
    public IReadOnlyList<MetricPoint> Series { get; init; } = [];

    /// <summary>Until when what happened counts.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The revision of the facts.</summary>
    public required long Revision { get; init; }

    /// <summary>Rows of the period that are in no cohort, by reason.</summary>
    public IReadOnlyDictionary<string, long> LeftOut { get; init; } = new Dictionary<string, long>();

    /// <summary>Where brands are held against each other: the handles and watch terms by which each is found. Else empty.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Terms { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What stands beside the number, by name (for example the share answered by nobody beside the interception rate).</summary>
    public IReadOnlyDictionary<string, double?> Beside { get; init; } = new Dictionary<string, double?>();
}
