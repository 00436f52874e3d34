using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>One metric's answer as the rows of a statement come, which may tell several metrics.</summary>
/// <param name="cohort">The question.</param>
/// <param name="place">Where its value is among those of several metrics.</param>
/// <param name="counted">The column of its n.</param>
/// <param name="revision">What the facts were.</param>
/// <param name="cut">What begins the keys of its number; those of its series begin with the next number.</param>
internal sealed class NumberReading(Cohort cohort, int place, string counted, long revision, int cut = 0)
{
    private const int OfMomentBefore = 2;
    private MetricAnswer answer = NoData.Of(cohort, revision);
    private MetricAnswer? before = cohort.WithMomentBefore
        ? NoData.Of(cohort, revision) with { AsOf = cohort.Question.AsOf - (cohort.Question.To - cohort.Question.From) }
        : null;

    /// <summary>The question.</summary>
    public Cohort Cohort => cohort;

    /// <summary>The points of the series by bucket and group.</summary>
    public Dictionary<(long Bucket, string Group), MetricPoint> Points { get; } = [];

    /// <summary>The number, with the moment before it where that was read along.</summary>
    public MetricAnswer Answer() => answer with { Previous = before };

    /// <summary>Takes a row.</summary>
    public void Add(FactRow row)
    {
        var of = Figures.Whole(row, "cut");
        if (of == cut) answer = Total(answer, row);
        else if (of == cut + 1) AddPoint(row);
        else if (of == OfMomentBefore) before = before is null ? null : Total(before, row);
    }

    // Where a statement tells every state in a row of its own, all of them are the cohort.
    private MetricAnswer Total(MetricAnswer sofar, FactRow row)
    {
        var metric = cohort.Metric;
        var n = Counted(row);
        if (metric.State is not null)
        {
            return sofar with
            {
                N = sofar.N + n,
                Value = sofar.N + n == 0 ? null : sofar.N + n,
                Of = (sofar.Of ?? 0) + Figures.Whole(row, "n"),
                LeftOut = Figures.Together(sofar.LeftOut, Figures.LeftOut(row)),
            };
        }

        return sofar with
        {
            N = n,
            Value = Value(row, n),
            Of = metric.Among ? Figures.Whole(row, "among") : null,
            GreaterThan = GreaterThan(row),
            LeftOut = Figures.LeftOut(row),
            Beside = metric.Beside.ToDictionary(name => name, name => Figures.Number(row, name)),
        };
    }

    private void AddPoint(FactRow row)
    {
        var n = Counted(row);
        // A row that was left out shows no group of its own.
        if (n == 0) return;
        var (bucket, group) = (Figures.Whole(row, "bucket"), row.Get<string>("grouping"));
        Points[(bucket, group)] = new(
            cohort.Question.Interval == Interval.None ? null : DateTimeOffset.FromUnixTimeMilliseconds(bucket),
            cohort.Question.By is null ? null : group, null, Value(row, n), n, GreaterThan(row))
        {
            Beside = cohort.Metric.BesideEach.Count == 0 ? null : cohort.Metric.BesideEach.ToDictionary(name => name, name => Figures.Number(row, name)),
        };
    }

    private long Counted(FactRow row) => cohort.Metric.State is { } state && row.Get<string>("state") != state ? 0 : Figures.Whole(row, counted);

    private double? Value(FactRow row, long n) => cohort.Metric.Shape is "Shapes/Count" or "Shapes/States" ? n == 0 ? null : n : Figures.Number(row, "value", place);

    private double? GreaterThan(FactRow row) => cohort.Metric.Shape == "Shapes/Survival" ? Figures.Number(row, "greater_than", place) : null;
}
