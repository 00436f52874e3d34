using Listening.Brands;
using Listening.Measuring;
using Listening.Measuring.Searching;
using Listening.Metrics.Searching;
using Listening.Storing;

namespace Listening.Metrics.Asking;

/// <summary>A question in SQL: the one object that the number, its series and the list behind it are made from.</summary>
internal sealed class Cohort
{
    private readonly Dictionary<string, object?> values;
    private readonly (string Name, string Sql)[] pieces;
    private readonly string rows;
    private readonly string numberRows;
    private static readonly Dictionary<string, IReadOnlyList<string>> NoTerms = [];

    // Rows that a period only chooses by when they were written or opened: those of a shorter period are some of those of a longer one, and say the same there.
    private static readonly HashSet<string> ChosenByInstant =
    [
        "Posts/Written", "Posts/Complaints", "Posts/Questions", "Posts/Praise", "Posts/Toned", "Voice/Mentioned", "Waits/FirstWaits", "Waits/AnsweredOnly", "Waits/AnsweredWithin", "Waits/Bands",
        "Waits/SilenceEpisodes", "Races/Race", "Races/Interception", "Targets/First",
    ];

    private Cohort(
        Metric metric, MetricQuestion question, IReadOnlyList<DateTimeOffset> buckets, (string Name, string Sql)[] pieces, Dictionary<string, object?> values)
    {
        (Metric, Question, Buckets, this.pieces, this.values) = (metric, question, buckets, pieces, values);
        (rows, numberRows) = (RowsOf(metric.Rows), RowsOf(metric.NumberRows));
    }

    /// <summary>The metric asked.</summary>
    public Metric Metric { get; }

    /// <summary>The question.</summary>
    public MetricQuestion Question { get; }

    /// <summary>Starts of the buckets; empty when the period is not cut.</summary>
    public IReadOnlyList<DateTimeOffset> Buckets { get; }

    /// <summary>What each brand is searched by, where the metric holds brands against each other.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Terms { get; private init; } = NoTerms;

    /// <summary>Whether more than one number is asked.</summary>
    public bool HasSeries => Question.By is not null || Buckets.Count > 0;

    /// <summary>Puts a question into SQL; Throws <see cref="MetricQuestionException"/> when it cannot be asked.</summary>
    public static Cohort Of(Metric metric, MetricQuestion question, MetricRules rules, IReadOnlyList<Brand> registry, SourceKnowledge sources)
    {
        question = QuestionCheck.Checked(metric, question, rules);
        var buckets = Time.Buckets.Of(question.From, question.To, question.Interval, question.Zone, question.WeekStart, rules.MaximumBuckets);
        var scope = BrandScope.Of(metric.Subject, question, registry);
        var bound = new BoundValues();
        var values = new Dictionary<string, object?>
        {
            ["from"] = question.From,
            ["to"] = question.To,
            ["as_of"] = question.AsOf,
            ["brand"] = scope.Brand,
            ["group"] = question.Group ?? "",
            ["zone"] = question.Zone.Id,
            ["blind"] = sources.Blind.ToArray(),
            ["even_known"] = sources.Even is not null,
            ["even"] = (sources.Even ?? []).ToArray(),
            ["registered"] = registry.Select(one => one.Name).ToArray(),
            ["rivals"] = registry.Where(one => one.Kind == BrandKind.Competitor).Select(one => one.Name).ToArray(),
            ["ours"] = registry.Where(one => one.Kind == BrandKind.Own && (question.Brand is null || one.Name == question.Brand)).Select(one => one.Name).ToArray(),
            ["buckets"] = buckets.Select(bucket => bucket.ToUnixTimeMilliseconds()).ToArray(),
        };
        (string, string)[] pieces =
        [
            ("groups", Dimensions.Groups(question.By, metric.Subject)),
            ("hash", Dimensions.Hash(question.By)),
            ("brands", scope.Sql),
            ("audience", question.WithInternal ? "true" : "audience = 'public'"),
            ("filter", Filter(metric, question, bound)),
            ("asked", question.Group is null ? "true" : "grouping = {group:String}"),
            ("in_group", InGroup(question, metric.Subject)),
            ("restriction", metric.AtMoment ? "moment.1 = 0" : "true"),
        ];
        foreach (var (name, value) in bound.All.Concat(metric.Values(question, rules)).Concat(Moments.Of(metric, question, buckets))) values.Add(name, value);
        return new(metric, question, buckets, pieces, values) { Terms = metric.ComparesBrands ? TermsOf(registry) : NoTerms };
    }

    /// <summary>What its number is made from: two cohorts that say the same read the same rows and cut them in the same way.</summary>
    public object Reads => ReadsIn(Question);

    /// <summary>What it asks of which posts or waits, whatever the metric.</summary>
    public object Asks => AsksIn(Question);

    /// <summary>Whether its number is made from some of the rows of another one's statement.</summary>
    /// <param name="whole">The other, over a period that may be longer and cut.</param>
    /// <param name="told">Whether that statement tells several metrics from one reading of posts.</param>
    public bool IsPartOf(Cohort whole, bool told) =>
        ChosenByInstant.Contains(Metric.NumberRows) && Buckets.Count == 0 && Question.From >= whole.Question.From && Question.To <= whole.Question.To
        && (told ? AsksIn(whole.Question).Equals(whole.Asks) : ReadsIn(whole.Question).Equals(whole.Reads));

    /// <summary>Whether the moment that the period before is looked at is read along.</summary>
    public bool WithMomentBefore => Metric.AtMoment && Question is { ComparePrevious: true, By: null };

    /// <summary>A query in the shape of a file, over the cohort's rows.</summary>
    public FactQuery Query(string shape, params ReadOnlySpan<(string Name, object? Value)> more) => Query(shape, rows, Parts.None, more);

    /// <summary>The query of the number, in the metric's own shape where none is given; it tells the numbers of the parts too.</summary>
    public FactQuery NumberQuery(string? shape, Parts parts, params ReadOnlySpan<(string Name, object? Value)> more) => Query(shape ?? Metric.Shape, numberRows, parts, more);

    private FactQuery Query(string shape, string from, Parts parts, ReadOnlySpan<(string Name, object? Value)> more)
    {
        var all = new Dictionary<string, object?>(values);
        foreach (var (name, value) in parts.Values) all[name] = value;
        foreach (var (name, value) in more) all[name] = value;
        return new(SqlText.With(SqlText.With(SqlText.File(shape), pieces), ("keys", Keys(parts)), ("numbers", parts.Numbers), ("place", parts.Place(Place)), ("rows", from)), all);
    }

    private (string Rows, MetricQuestion Question) ReadsIn(MetricQuestion whole) =>
        (numberRows, In(whole) with { Within = numberRows.Contains("{within:", StringComparison.Ordinal) ? Question.Within : null });

    private MetricQuestion AsksIn(MetricQuestion whole) => In(whole) with { Within = null };

    private MetricQuestion In(MetricQuestion whole) =>
        Question with { Metric = "", From = whole.From, To = whole.To, Interval = whole.Interval, ComparePrevious = whole.ComparePrevious };

    private static Dictionary<string, IReadOnlyList<string>> TermsOf(IReadOnlyList<Brand> registry) =>
        registry.ToDictionary(brand => brand.Name, brand => (IReadOnlyList<string>)[.. brand.Handles, .. brand.Watch]);

    private string RowsOf(string file)
    {
        var sql = SqlText.With(SqlText.With(SqlText.File(file), ("episodes", SqlText.File(Metric.Episodes))), pieces);
        return Question.Group is null ? sql : $"SELECT * FROM ({sql}) WHERE {InGroup(Question, Metric.Subject)}";
    }

    // Where the rows of one place and group count: in the number (0), in its buckets and groups of the series (1), and in those of the parts.
    private string Keys(Parts parts) => (KeepsSeries, Metric.AtMoment) switch
    {
        (false, true) => "[(place.1, place.2, '')]",
        (true, true) => $"if(place.1 != 1, [(place.1, toInt64(0), '')], arrayMap(g -> (place.1, place.2, g), {Names}))",
        (var series, false) => parts.Keys(series ? Names : null, Question.By is null ? null : Names),
    };

    // Rows are put together by place and group before they are given their keys: there are few of these, and many rows.
    private string Place => Metric.AtMoment ? "moment"
        : KeepsSeries && Buckets.Count > 0 ? "roundDown(toUnixTimestamp64Milli(at), {buckets:Array(Int64)})"
        : "toInt64(0)";

    private bool KeepsSeries => HasSeries && !Metric.SeriesApart;

    // has(groups, '') misses the empty text among LowCardinality ones (engine 26.7), so each is compared.
    private static string InGroup(MetricQuestion question, Subject subject) =>
        question.Group is null ? "true" : $"arrayExists(g -> g = {{group:String}}, {Dimensions.Names(question.By, subject)})";

    private string Names => Dimensions.Names(Question.By, Metric.Subject);

    private static string Filter(Metric metric, MetricQuestion question, BoundValues bound)
    {
        if (SearchQuery.ParseOptional(question.Filter) is not { } search) return "true";
        if (metric.Subject == Subject.Posts) return new PostPredicate(bound).Of(search.Condition);
        var period = metric.OpenedAnyTime
            ? "posted_at <= {as_of:DateTime64(3, 'UTC')}"
            : "posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')}";
        return new WaitPredicate(bound, period).Of(search.Condition);
    }
}
