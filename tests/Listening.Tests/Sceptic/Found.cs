namespace Listening.Tests.Sceptic;

/// <summary>What the sceptic expects of one question.</summary>
/// <param name="Value">The number; null without data, or where the curve does not reach the quantile.</param>
/// <param name="GreaterThan">The largest observed time where it does not.</param>
/// <param name="Rows">The rows behind it; as many as the number's n.</param>
public sealed record Found(double? Value, double? GreaterThan, IReadOnlyList<FoundRow> Rows)
{
    public long N => Rows.Count;
}
