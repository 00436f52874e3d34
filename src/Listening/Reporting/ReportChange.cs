namespace Listening.Reporting;

/// <summary>A figure against the period that it is compared with.</summary>
/// <param name="Before">The value then; null where there was no data. A count of first four weeks is given for as many days as the period has.</param>
/// <param name="BeforeN">How many rows that rests on.</param>
/// <param name="Difference">Now less then, in the figure's unit; null where one of them has no data.</param>
/// <param name="Word">What that is to us.</param>
public sealed record ReportChange(double? Before, long BeforeN, double? Difference, ChangeWord Word)
{
    /// <summary>The smallest time that the value then may be, where too many still waited.</summary>
    public double? BeforeGreaterThan { get; init; }
}
