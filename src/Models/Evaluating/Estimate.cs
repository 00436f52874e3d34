namespace Listening.Models.Evaluating;

/// <summary>A measured share, 0 to 1, with the interval that holds it 95 times in 100 when texts are drawn anew (bootstrap, percentiles).</summary>
public sealed record Estimate(double Value, double Low, double High);
