namespace Listening.Tests.Sceptic;

/// <summary>The metrics by the words of metrics.md, over lists, with exact fractions.</summary>
public sealed class IndependentMetrics(IReadOnlyList<Said> posts, IReadOnlyList<Waiting> waits)
{
    private static readonly TimeSpan RaceDecided = TimeSpan.FromHours(72);

    public Found Answer(Asked asked) => asked.Metric == "posts" ? Count(Listed(PostsOf(asked))) : Measure(asked, Cohort(asked));

    /// <summary>The same question for each part that <paramref name="part"/> puts the cohort into.</summary>
    public IReadOnlyDictionary<T, Found> Parts<T>(Asked asked, Func<DateTimeOffset, string?, T> part) where T : notnull => asked.Metric == "posts"
        ? PostsOf(asked).GroupBy(post => part(post.At, null)).ToDictionary(group => group.Key, group => Count(Listed(group)))
        : Cohort(asked).GroupBy(wait => part(wait.Opener.At, wait.Brand)).ToDictionary(group => group.Key, group => Measure(asked, [.. group]));

    /// <summary>The share answered by each time, for a set of cohorts by brand.</summary>
    public IReadOnlyDictionary<string, Curve> Curves(Asked asked) => waits
        .Where(wait => In(asked, wait) && wait.FirstOfEpisode)
        .GroupBy(wait => wait.Brand)
        .ToDictionary(group => group.Key, group => new Curve([.. group.Select(wait => (Seconds(wait, asked.AsOf), State(wait, asked.AsOf) == "answered"))]));

    /// <summary>The waits a metric speaks of, before what happened to them is looked at.</summary>
    private IReadOnlyList<Waiting> Cohort(Asked asked) =>
    [
        .. waits.Where(wait => wait.Own != asked.Metric.StartsWith("competitor_", StringComparison.Ordinal) && asked.Metric switch
        {
            "backlog" or "open_age" => wait.Opener.At <= asked.AsOf && Kept(asked, wait) && State(wait, asked.AsOf) == "open",
            "within_sla_next" => In(asked, wait) && !wait.FirstOfEpisode,
            "nrt" => In(asked, wait) && !wait.FirstOfEpisode && State(wait, asked.AsOf) == "answered",
            _ => In(asked, wait) && wait.FirstOfEpisode,
        }),
    ];

    private static Found Measure(Asked asked, IReadOnlyList<Waiting> cohort) => asked.Metric switch
    {
        "frt" or "competitor_frt" or "response_curve" => Estimate(asked, cohort, 1, 2),
        "frt_bh" => Estimate([.. cohort.Where(wait => Promises.Calendar(wait) is not null)
            .Select(wait => new FoundRow(wait.Opener.Id, wait.Brand, Promises.Worked(wait, asked.AsOf), State(wait, asked.AsOf)))], 1, 2),
        "within_sla" or "within_sla_next" => Kept(asked, cohort),
        "frt_p90" => Estimate(asked, cohort, 9, 10),
        "frt_answered" => Median(Rows(asked, [.. cohort.Where(wait => State(wait, asked.AsOf) == "answered")])),
        "nrt" => Median(Rows(asked, cohort)),
        "response_rate" or "competitor_response_rate" => Rate(asked, [.. cohort.Where(wait => asked.AsOf - wait.Opener.At >= asked.Within)]),
        "backlog" => Count(Rows(asked, cohort)),
        "open_age" => Median(Rows(asked, cohort)),
        "race_own_first" or "race_competitor_first" or "race_competitor_only" or "race_nobody" or "race_open" =>
            Count(Races(asked, cohort, state => $"race_{state}" == asked.Metric)),
        "interception_rate" => Intercepted(Races(asked, cohort, state => state is "own_first" or "competitor_first" or "competitor_only")),
        "margin" => Median([.. cohort.Where(wait => wait.RepliedAt <= asked.AsOf && wait.RivalAt <= asked.AsOf)
            .Select(wait => new FoundRow(wait.Opener.Id, wait.Brand, (wait.RivalAt!.Value - wait.RepliedAt!.Value).TotalSeconds, Race(wait, asked.AsOf)))]),
        _ => throw new ArgumentException(asked.Metric),
    };

    private static Found Estimate(Asked asked, IReadOnlyList<Waiting> cohort, int over, int under)
    {
        return Estimate(Rows(asked, cohort), over, under);
    }

    private static Found Kept(Asked asked, IReadOnlyList<Waiting> cohort)
    {
        var rows = cohort.Select(wait => new FoundRow(wait.Opener.Id, wait.Brand, Seconds(wait, asked.AsOf), Promises.State(wait, asked.AsOf)))
            .Where(row => row.State is "met" or "missed").ToList();
        return new(rows.Count == 0 ? null : rows.Count(row => row.State == "met") / (double)rows.Count, null, rows);
    }

    private static Found Estimate(IReadOnlyList<FoundRow> rows, int over, int under)
    {
        var curve = new Curve([.. rows.Select(row => (row.Seconds!.Value, row.State == "answered"))]);
        var value = curve.Quantile(over, under);
        return new(value, value is null ? curve.Largest : null, rows);
    }

    private static Found Rate(Asked asked, IReadOnlyList<Waiting> old)
    {
        var answered = old.Count(wait => State(wait, asked.AsOf) == "answered" && wait.AnsweredAt - wait.Opener.At <= asked.Within);
        return new(old.Count == 0 ? null : answered / (double)old.Count, null, Rows(asked, old));
    }

    private static Found Intercepted(IReadOnlyList<FoundRow> rows) =>
        new(rows.Count == 0 ? null : rows.Count(row => row.State != "own_first") / (double)rows.Count, null, rows);

    /// <summary>The plain median: the middle one, or the mean of the two in the middle.</summary>
    private static Found Median(IReadOnlyList<FoundRow> rows)
    {
        var sorted = rows.Select(row => row.Seconds!.Value).Order().ToArray();
        return new(sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, null, rows);
    }

    private static Found Count(IEnumerable<FoundRow> rows) => rows.ToList() is var list && list.Count == 0 ? new(null, null, list) : new(list.Count, null, list);

    private static IReadOnlyList<FoundRow> Races(Asked asked, IReadOnlyList<Waiting> cohort, Func<string, bool> wanted) =>
        [.. cohort.Select(wait => new FoundRow(wait.Opener.Id, wait.Brand, null, Race(wait, asked.AsOf))).Where(row => wanted(row.State!))];

    private static IReadOnlyList<FoundRow> Rows(Asked asked, IReadOnlyList<Waiting> cohort) =>
        [.. cohort.Select(wait => new FoundRow(wait.Opener.Id, wait.Brand, Seconds(wait, asked.AsOf), State(wait, asked.AsOf)))];

    private IEnumerable<Said> PostsOf(Asked asked) =>
        posts.Where(post => post.At >= asked.From && post.At < asked.To && post.At <= asked.AsOf && !(post.DeletedAt <= asked.AsOf) && asked.Keeps(post));

    private static IEnumerable<FoundRow> Listed(IEnumerable<Said> said) => said.Select(post => new FoundRow(post.Id, null, null, null));

    private static bool In(Asked asked, Waiting wait) =>
        wait.Opener.At >= asked.From && wait.Opener.At < asked.To && wait.Opener.At <= asked.AsOf && Kept(asked, wait);

    private static bool Kept(Asked asked, Waiting wait) => (asked.Brand is null || asked.Brand == wait.Brand) && asked.Keeps(wait.Opener);

    /// <summary>What became of a wait by an instant.</summary>
    public static string State(Waiting wait, DateTimeOffset asOf) =>
        wait.AnsweredAt <= asOf ? "answered" : wait.GoneAt <= asOf ? "deleted" : "open";

    /// <summary>Seconds until the answer, or until the deletion or the instant asked about where there is none.</summary>
    public static double Seconds(Waiting wait, DateTimeOffset asOf) => State(wait, asOf) switch
    {
        "answered" => (wait.AnsweredAt!.Value - wait.Opener.At).TotalSeconds,
        "deleted" => (wait.GoneAt!.Value - wait.Opener.At).TotalSeconds,
        _ => (asOf - wait.Opener.At).TotalSeconds,
    };

    /// <summary>
    /// Who won by an instant. A race is decided 72 h after the opening at the latest: by then it was won, or nobody came; an answer after that is
    /// late, not first.
    /// </summary>
    public static string Race(Waiting wait, DateTimeOffset asOf)
    {
        var decided = wait.Opener.At + RaceDecided;
        var until = asOf < decided ? asOf : decided;
        var own = wait.RepliedAt <= until ? wait.RepliedAt : null;
        var rival = wait.RivalAt <= until ? wait.RivalAt : null;
        if (own is not null) return rival < own ? "competitor_first" : "own_first";
        if (asOf < decided) return "open";
        return rival is null ? "nobody" : "competitor_only";
    }
}
