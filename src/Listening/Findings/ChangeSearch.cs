namespace Listening.Findings;

/// <summary>Finds what changed in a period.</summary>
public static class ChangeSearch
{
    /// <summary>The share of false ones among what is found that is put up with, on average.</summary>
    public const double FalseShare = 0.01;

    /// <summary>How much must change for people to care: a fifth, whatever is certain.</summary>
    public static readonly double LeastSize = Math.Log(1.2);

    private const int MostOfOne = 4;
    private const int LeastWeeks = 4;

    /// <summary>
    /// The changes of all series that are beyond chance, the largest first. What is found is chosen over all series together so that at most <see cref="FalseShare"/> of it is
    /// chance (Benjamini and Hochberg, Journal of the Royal Statistical Society B 1995). A series of which fewer than four weeks before are known has none. Those of
    /// <see cref="SeriesKind.Time"/> speak of shares until who asks puts the medians in.
    /// </summary>
    public static IReadOnlyList<FoundChange> Find(IReadOnlyList<FindingSeries> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var tried = all.Where(Known).SelectMany(Of).OrderBy(change => change.Chance).ToList();
        var kept = 0;
        for (var i = 0; i < tried.Count; i++)
            if (tried[i].Chance <= FalseShare * (i + 1) / tried.Count) kept = i + 1;
        return [.. tried.Take(kept).Where(change => change.Size >= LeastSize).OrderByDescending(change => change.Size)];
    }

    private static bool Known(FindingSeries series)
    {
        var before = (series.Days.Count - series.Period) * series.BucketDays;
        return series.Period > 0 && before >= LeastWeeks * 7 && series.Days.Take(before / series.BucketDays / 2).Any(day => day.N > 0);
    }

    // The next one only where the last was certain: else the chance of finding something in noise would grow with the tries.
    private static IEnumerable<FoundChange> Of(FindingSeries series)
    {
        var scan = new ChangeScan(series);
        for (var i = 0; i < MostOfOne; i++)
        {
            if (scan.Best() is not { } best) yield break;
            yield return best;
            if (best.Chance > FalseShare) yield break;
            scan.Leave(best);
        }
    }
}
