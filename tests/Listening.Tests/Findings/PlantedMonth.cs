using Listening.Findings;

namespace Listening.Tests.Findings;

/// <summary>Eight weeks as usual and a month with changes that are known: weekdays differ, and days scatter more than chance alone.</summary>
internal sealed class PlantedMonth
{
    private const int Before = 56, Month = 30;
    private static readonly DateOnly First = new(2026, 8, 3);
    private readonly Random random;
    private readonly List<List<double[]>> times = [];
    private readonly double[] usualMedian;

    private static readonly (string Metric, string? Group, SeriesKind Kind, bool? Better)[] Kinds =
    [
        ("complaints", null, SeriesKind.Count, false), ("questions", null, SeriesKind.Count, null), ("praise", null, SeriesKind.Count, true),
        ("complaints", "delays", SeriesKind.Count, false), ("complaints", "refunds", SeriesKind.Count, false),
        ("response_rate", null, SeriesKind.Share, true), ("interception_rate", null, SeriesKind.Share, false), ("recovery_rate", null, SeriesKind.Share, true),
        ("frt", null, SeriesKind.Time, false), ("frt_p90", null, SeriesKind.Time, false),
    ];

    public PlantedMonth(int seed, Func<Random, IReadOnlyList<PlantedChange>> plant)
    {
        random = new Random(seed);
        Planted = plant(random);
        usualMedian = new double[Kinds.Length];
        Series = [.. Enumerable.Range(0, Kinds.Length).Select(Generate)];
    }

    public static int Count => Kinds.Length;

    public static int Days => Month;

    public static SeriesKind KindOf(int series) => Kinds[series].Kind;

    public IReadOnlyList<PlantedChange> Planted { get; }

    public IReadOnlyList<FindingSeries> Series { get; }

    /// <summary>What is found, with the medians of the times put in as a writer of reports does.</summary>
    public IReadOnlyList<FoundChange> Found() =>
        [.. ChangeSearch.Find(Series).Select(Measured).OrderByDescending(change => change.Size)];

    public static int IndexOf(FoundChange change) => Array.FindIndex(Kinds, kind => kind.Metric == change.Series.Metric && kind.Group == change.Series.Group);

    private FoundChange Measured(FoundChange change)
    {
        if (change.Series.Kind != SeriesKind.Time) return change;
        var days = times[IndexOf(change)];
        bool Inside(int day) => day >= change.First && day <= change.Last;
        return change with
        {
            Before = Median([.. days.Where((_, day) => !Inside(day)).SelectMany(day => day)]),
            After = Median([.. days.Where((_, day) => Inside(day)).SelectMany(day => day)]),
        };
    }

    private FindingSeries Generate(int series)
    {
        var (metric, group, kind, better) = Kinds[series];
        var level = Math.Exp(Between(Math.Log(30), Math.Log(300)));
        var logit = Between(-1.5, 2);
        var weekday = Enumerable.Range(0, 7).Select(day => day >= 5 ? Between(0.5, 0.9) : Between(0.9, 1.1)).ToArray();
        var waited = new List<double[]>();
        var days = new List<(long Hits, long N)>();
        for (var day = 0; day < Before + Month; day++)
        {
            var effect = Planted.Where(change => change.Series == series && day - Before >= change.First && day - Before <= change.Last).Sum(change => change.Effect);
            var mean = level * weekday[day % 7] * Math.Exp(0.1 * Normal()) * (kind == SeriesKind.Count ? Math.Exp(effect) : 1);
            var n = Poisson(mean);
            var chance = 1 / (1 + Math.Exp(-(logit + effect + (0.1 * Normal()))));
            var hits = kind == SeriesKind.Share ? Enumerable.Range(0, (int)n).Count(_ => random.NextDouble() < chance) : n;
            waited.Add([.. Enumerable.Range(0, kind == SeriesKind.Time ? (int)n : 0).Select(_ => Math.Exp(Math.Log(1800) + effect + Normal()))]);
            days.Add((hits, n));
        }

        times.Add(waited);
        usualMedian[series] = kind == SeriesKind.Time ? Median([.. waited.Take(Before).SelectMany(day => day)]) : 0;
        return new(metric, group, group is null ? metric : $"{metric} about {group}", kind, better,
            [.. days.Select((day, i) => new SeriesDay(First.AddDays(i), kind == SeriesKind.Time ? waited[i].Count(wait => wait <= usualMedian[series]) : day.Hits, day.N))], Month);
    }

    private double Between(double least, double most) => least + ((most - least) * random.NextDouble());

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private long Poisson(double mean)
    {
        var (count, left) = (0L, mean);
        while ((left += Math.Log(1 - random.NextDouble())) > 0) count++;
        return count;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? 0 : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
