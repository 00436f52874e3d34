using Listening.Measuring;

namespace Listening.Metrics.Asking;

/// <summary>
/// One metric: the rows it speaks of (an SQL file) and the shape of its number (another). Number, series and list are all made from the same rows.
/// A subclass with a public constructor is in the catalogue.
/// </summary>
internal abstract class Metric
{
    /// <summary>What people are told about it.</summary>
    public abstract MetricDefinition Definition { get; }

    /// <summary>The file of its rows, with the columns kind, source, id, handle, brand, at, post, ms, state, hit, reason, counted, groups.</summary>
    public abstract string Rows { get; }

    /// <summary>The file of the rows that its number is made from, where several metrics make theirs from the same.</summary>
    public virtual string NumberRows => Rows;

    /// <summary>Whether Shapes/Told tells its number too, beside others, from one reading of posts.</summary>
    public virtual bool ToldWithOthers => false;

    /// <summary>Which state its number counts, for a shape that tells all of them.</summary>
    public virtual string? State => null;

    /// <summary>The p of a quantile that is estimated.</summary>
    public virtual double? Quantile => null;

    /// <summary>The file of its number's shape.</summary>
    public abstract string Shape { get; }

    /// <summary>Where its rows are made from episodes: the file of these.</summary>
    public virtual string Episodes => "Waits/FirstWaits";

    /// <summary>Whether its series may be cut by time.</summary>
    public virtual bool CutByTime => true;

    /// <summary>What it speaks of.</summary>
    public virtual Subject Subject => Subject.Ours;

    /// <summary>Whether the cohort's size is told beside a count: "3 of 412".</summary>
    public virtual bool Among => false;

    /// <summary>Whether it is a state at an instant instead of what happened in a period.</summary>
    public virtual bool AtMoment => false;

    /// <summary>Whether its waits may have opened before the period.</summary>
    public virtual bool OpenedAnyTime => AtMoment;

    /// <summary>Where a state's series is told by its ups and downs: the file of these.</summary>
    public virtual string? Changes => null;

    /// <summary>Where a state's series is told by who is in it from when to when: the file of these.</summary>
    public virtual string? Stays => null;

    /// <summary>Whether the series comes from a statement of its own.</summary>
    public bool SeriesApart => Changes is not null || Stays is not null;

    /// <summary>Whether it holds brands against each other by how much they are spoken of, so that what each is searched by belongs to the answer.</summary>
    public virtual bool ComparesBrands => false;

    /// <summary>Whether it is "no data" as long as no competitor is registered.</summary>
    public virtual bool NeedsCompetitor => false;

    /// <summary>The grouping its rows bring along and that is used when none is asked.</summary>
    public virtual string? OwnGrouping => null;

    /// <summary>Columns of the shape that stand beside the number.</summary>
    public virtual IReadOnlyList<string> Beside => [];

    /// <summary>Those of them that stand beside each point of the series too.</summary>
    public virtual IReadOnlyList<string> BesideEach => [];

    /// <summary>Values its SQL asks for on top of period, instant and brand.</summary>
    public virtual IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => [];

    /// <summary>What stands beside the number and comes from elsewhere: the file of one row whose columns are the names.</summary>
    public virtual string? Elsewhere => null;

    /// <summary>The same for each source: the file of rows with a <c>grouping</c>. A source that only this file knows is there too, with n = 0.</summary>
    public virtual string? ElsewhereBySource => null;
}
