namespace Listening.Findings;

/// <summary>
/// Looks at every stretch of the period and tells the one that differs most from all buckets around it: circular binary segmentation (Olshen, Venkatraman, Lucito and
/// Wigler, Biostatistics 2004), which finds a level that changed for good as well as one that came back.
/// <para>
/// Inside and outside are compared by their square roots for counts and by their arcsines for shares (Anscombe, Biometrika 1948), so that the variance does not depend on the
/// level; what days scatter beyond chance is measured outside and put in (quasi-likelihood; McCullagh and Nelder, Generalized Linear Models, 1989), hence Student's t. A day
/// that stands out counts as three usual deviations in it (Huber, Robust Statistics, 1981), so that one spike does not hide another. The
/// probability is multiplied by how many stretches were looked at (Bonferroni).
/// </para>
/// </summary>
internal sealed class ChangeScan
{
    private const double LeastRows = 10;
    private const int LeastDegrees = 7;
    private readonly FindingSeries series;
    private readonly double[] expected;
    private readonly double weeks;
    private readonly bool[] apart;
    private Sums[] sums;
    private double most;

    /// <summary>Over a series whose days before the period are taken as usual.</summary>
    public ChangeScan(FindingSeries series)
    {
        this.series = series;
        var usual = UsualWeek.Of(series);
        (expected, weeks, apart) = (usual.Expected, usual.Weeks, new bool[series.Days.Count]);
        sums = Summed();
    }

    /// <summary>The stretch that differs most; null when nothing can be compared.</summary>
    public FoundChange? Best()
    {
        var first = series.Days.Count - series.Period;
        var looked = 0;
        most = MostOfOneDay();
        (double Height, double T, int First, int Last, double Degrees)? best = null;
        for (var a = first; a < series.Days.Count; a++)
        {
            if (apart[a]) continue;
            for (var b = a; b < series.Days.Count; b++)
            {
                if (apart[b]) continue;
                looked++;
                // A stretch that ends costs one parameter more than one that goes on (Schwarz 1978).
                var cost = b == series.Days.Count - 1 ? 0 : Math.Log(series.Days.Count);
                if (Difference(a, b, (best?.Height ?? double.NegativeInfinity) + cost) is not { } found) continue;
                var height = (found.T * found.T) - cost;
                if (best is null || height > best.Value.Height) best = (height, found.T, a, b, found.Degrees);
            }
        }

        return best is { } one ? Told(one.First, one.Last, Math.Min(1, looked * StudentTail.TwoSided(one.T, one.Degrees))) : null;
    }

    /// <summary>Takes a stretch out, so that the next best is found and is not compared with it.</summary>
    public void Leave(FoundChange change)
    {
        for (var i = change.First; i <= change.Last; i++) apart[i] = true;
        sums = Summed();
    }

    private (double T, double Degrees)? Difference(int first, int last, double atLeast)
    {
        var (inside, outside) = (Inside(first, last), Outside(first, last));
        if (outside.Expected <= 0 || inside.Expected <= 0 || outside.N < LeastRows || Math.Max(inside.N, inside.Expected) < LeastRows) return null;
        var level = outside.Hits / outside.Expected;
        var degrees = outside.Days - (series.BucketDays == 1 ? 7 : 1);
        if (degrees < LeastDegrees) return null;
        var share = series.Kind == SeriesKind.Count ? inside.Expected / outside.Expected : inside.N / outside.N;
        var t = Residual(inside.Hits, inside.N, level * inside.Expected) / Math.Sqrt((1 + (1 / weeks)) * (1 + share));
        // Scatter only makes it smaller, and takes the longest to measure.
        return t * t <= atLeast ? null : (t / Math.Sqrt(Math.Max(1, Scatter(first, last, level) / degrees)), degrees);
    }

    private double Scatter(int first, int last, double level)
    {
        var scatter = 0.0;
        for (var i = 0; i < series.Days.Count; i++)
        {
            if (apart[i] || (i >= first && i <= last)) continue;
            var residual = Residual(series.Days[i].Hits, series.Days[i].N, level * expected[i]);
            scatter += Math.Min(residual * residual, most);
        }

        return scatter;
    }

    // The square of three usual deviations, from the median, which a few days do not move (1.4826 makes it that of a normal distribution).
    private double MostOfOneDay()
    {
        var level = sums[^1].Expected > 0 ? sums[^1].Hits / sums[^1].Expected : 1;
        var sizes = new List<double>();
        for (var i = 0; i < series.Days.Count; i++)
            if (!apart[i]) sizes.Add(Math.Abs(Residual(series.Days[i].Hits, series.Days[i].N, level * expected[i])));
        sizes.Sort();
        var usual = sizes.Count == 0 ? 1 : Math.Max(1, 1.4826 * sizes[sizes.Count / 2]);
        return 9 * usual * usual;
    }

    // How far hits are from what was expected, in standard deviations.
    private double Residual(double hits, double n, double usual)
    {
        if (series.Kind == SeriesKind.Count) return 2 * (Math.Sqrt(hits + 0.375) - Math.Sqrt(usual + 0.375));
        if (n <= 0) return 0;
        return 2 * Math.Sqrt(n + 0.5) * (Math.Asin(Math.Sqrt(Root(hits, n))) - Math.Asin(Math.Sqrt(Root(Math.Clamp(usual, 0, n), n))));
    }

    private static double Root(double hits, double n) => (hits + 0.375) / (n + 0.75);

    private Sums Inside(int first, int last) => sums[last + 1].Less(sums[first]);

    private Sums Outside(int first, int last) => sums[^1].Less(Inside(first, last));

    private Sums[] Summed()
    {
        var all = new Sums[series.Days.Count + 1];
        for (var i = 0; i < series.Days.Count; i++)
            all[i + 1] = apart[i] ? all[i] : all[i].With(series.Days[i].Hits, series.Days[i].N, expected[i]);
        return all;
    }

    private FoundChange Told(int first, int last, double chance)
    {
        var (inside, outside) = (Inside(first, last), Outside(first, last));
        if (series.Kind != SeriesKind.Count) return new(series, first, last, outside.Hits / outside.N, inside.Hits / inside.N, (long)inside.N, chance);
        // Against the same weekdays outside, so that a Saturday is not a dip.
        var days = inside.Days * series.BucketDays;
        return new(series, first, last, outside.Hits / outside.Expected * inside.Expected / days, inside.Hits / days, (long)inside.Hits, chance);
    }
}
