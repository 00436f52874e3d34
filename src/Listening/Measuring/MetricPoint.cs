namespace Listening.Measuring;

/// <summary>One point of a series.</summary>
/// <param name="Bucket">Start of the bucket; null where the series is not cut by time.</param>
/// <param name="Group">Value of the dimension asked for; null without one.</param>
/// <param name="At">Seconds since the opening, on a response curve; else null.</param>
/// <param name="Value">As in <see cref="MetricAnswer.Value"/>.</param>
/// <param name="N">How many rows it rests on.</param>
/// <param name="GreaterThan">As in <see cref="MetricAnswer.GreaterThan"/>.</param>
public sealed record MetricPoint(DateTimeOffset? Bucket, string? Group, double? At, double? Value, long N, double? GreaterThan = null)
{
    /// <summary>What else is known of the group, by name; null where nothing is.</summary>
    public IReadOnlyDictionary<string, double?>? Beside { get; init; }
}
