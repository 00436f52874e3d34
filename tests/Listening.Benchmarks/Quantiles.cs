namespace Listening.Benchmarks;

/// <summary>Quantiles of what was measured.</summary>
public static class Quantiles
{
    /// <summary>The smallest value that a share <paramref name="p"/> of all does not exceed; not a number without values.</summary>
    public static double Of(IEnumerable<double> values, double p)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(p * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
