namespace Listening.Findings;

/// <summary>A stretch of the period that differs from everything around it.</summary>
/// <param name="Series">What changed.</param>
/// <param name="First">Its first bucket, counted in <see cref="FindingSeries.Days"/>.</param>
/// <param name="Last">Its last bucket.</param>
/// <param name="Before">The value outside: a day's count, a share, or a median in seconds.</param>
/// <param name="After">The value inside.</param>
/// <param name="N">How many rows the value inside rests on.</param>
/// <param name="Chance">How probable so large a difference is by chance, all stretches that were looked at counted.</param>
public sealed record FoundChange(FindingSeries Series, int First, int Last, double Before, double After, long N, double Chance)
{
    /// <summary>Whether it goes on until the end of the period.</summary>
    public bool GoesOn => Last == Series.Days.Count - 1;

    /// <summary>Since when.</summary>
    public DateOnly Since => Series.Days[First].Day;

    /// <summary>The last day of it.</summary>
    public DateOnly Until => Series.Days[Last].Day.AddDays(Series.BucketDays - 1);

    /// <summary>Whether there is more inside than outside.</summary>
    public bool Rose => After > Before;

    /// <summary>Whether <see cref="After"/> is only the least that the median may be: too many still wait.</summary>
    public bool AtLeast { get; init; }

    /// <summary>
    /// How large it is, the same for all kinds: the logarithm of the ratio of counts and of medians, for shares of the ratio of odds, without its sign. 0.69 is twice as much.
    /// </summary>
    public double Size => Math.Abs(Series.Kind == SeriesKind.Share
        ? LogOdds(After, N) - LogOdds(Before, N)
        : Math.Log(Math.Max(After, 1e-3) / Math.Max(Before, 1e-3)));

    // A share of none or all of n is taken as half a row away from it (Haldane 1956; Anscombe 1956), else its odds have no logarithm.
    private static double LogOdds(double share, long n)
    {
        var least = 0.5 / Math.Max(n, 1);
        var inside = Math.Clamp(share, least, 1 - least);
        return Math.Log(inside / (1 - inside));
    }
}
