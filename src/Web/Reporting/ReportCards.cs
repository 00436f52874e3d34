using Listening.Calendars;
using Listening.Measuring;
using Listening.Reporting;

namespace Listening.Web.Reporting;

/// <summary>The six cards of page 1.</summary>
internal sealed class ReportCards(ReportScope scope, ReportAnswers answers, ReportLinks links, CurrentTargets targets)
{
    private const string Moved = "moved to private";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // What a card shows large, what it shows beside, and the metric of its sparkline.
    private static readonly (string Id, string Title, string Metric, string[] Beside, string Spark)[] All =
    [
        ("complaints", "Complaints", "complaints", [], "complaints"),
        ("within_hour", "Answered within 1 h", "response_rate", ["within_sla"], "response_rate"),
        ("first_answer", "Median first answer", "frt", ["frt_p90", "frt_answered"], "frt"),
        ("race", "A competitor answered first", "race_competitor_first", ["interception_rate"], "interception_rate"),
        ("recovery", "Sounded better afterwards", "recovery_rate", [], "recovery_rate"),
        ("backlog", "Waiting at the end", "backlog", ["open_age"], "backlog"),
    ];

    // What stands beside a card's figure, in fewer words than the catalogue's.
    private static readonly Dictionary<string, string> Beside = new()
    {
        ["frt_p90"] = "9 in 10 were answered within", ["frt_answered"] = "Median of the answered ones only", ["open_age"] = "Median age", ["within_sla"] = "Answered within target", ["interception_rate"] = "Intercepted by a competitor",
    };

    /// <summary>Says what must be asked for them.</summary>
    public void Want()
    {
        answers.Want("now kinds", scope.Now("answer_kind") with { By = "answer_kind" });
        foreach (var (_, _, metric, beside, spark) in All)
        {
            foreach (var one in beside.Prepend(metric))
            {
                answers.Want($"now {one}", In(one, scope.Now(one)));
                if (scope is { Compared: { } then, Recorded: null }) answers.Want($"then {one}", In(one, scope.Then(one, then)));
            }

            answers.Want($"cut {spark}", AtMoment(spark) ? In(spark, scope.Now(spark)) with { Interval = scope.Interval } : In(spark, scope.Cut(spark)));
        }
    }

    /// <summary>The cards, once that is answered.</summary>
    public IReadOnlyList<ReportCard> Read() => [.. All.Select(card => new ReportCard
    {
        Id = card.Id,
        Title = card.Title,
        Figure = Figure(card.Metric),
        Beside = [.. card.Beside.Where(answers.Knows).Select(metric => Figure(metric) with { Title = Beside[metric] }), .. More(card.Id)],
        Sparkline = [.. (answers[$"cut {card.Spark}"]?.Series ?? []).Where(point => point.Bucket >= scope.Question.From || AtMoment(card.Spark)).Select(point => new ReportPoint(point.Bucket!.Value, point.Value, point.N))],
        Target = Target(card.Metric),
        LeftOut = answers[$"now {card.Metric}"]?.LeftOut ?? new Dictionary<string, long>(),
        Definition = Definition(card.Metric)?.Definition ?? "Not measured by this version.",
    })];

    private static bool AtMoment(string metric) => metric is "backlog" or "open_age";

    private static MetricQuestion In(string metric, MetricQuestion question) => question with
    {
        Within = metric == "response_rate" ? Hour : null,
        // Who waited at the end of a period, not who waits today.
        AsOf = !AtMoment(metric) ? question.AsOf : question.To < question.AsOf ? question.To : question.AsOf,
    };

    private MetricDefinition? Definition(string metric) => answers.Definitions.FirstOrDefault(known => known.Id == metric);

    private ReportFigure Figure(string metric)
    {
        var (now, definition) = (answers[$"now {metric}"], Definition(metric));
        if (now is null) return new(metric, definition?.Title ?? metric, definition?.Unit ?? "count", null, 0);
        return new(metric, definition!.Title, now.Unit, now.Value, now.N)
        {
            Of = metric == "race_competitor_first" ? now.Of : null,
            GreaterThan = now.GreaterThan,
            Change = Then(metric) is { } then ? Change(now, then, definition.HigherIsBetter) : null,
            Link = links.To(answers.Asked($"now {metric}")),
        };
    }

    // What it was: as recorded, or as answered now. A count is given for as many days as this period has.
    private MetricAnswer? Then(string metric)
    {
        var then = scope.Recorded is not { } cards ? answers[$"then {metric}"]
            : cards.SelectMany(card => card.Beside.Prepend(card.Figure)).FirstOrDefault(figure => figure.Metric == metric) is { } kept
                ? new() { Id = metric, Unit = kept.Unit, Value = kept.Value, N = kept.N, Of = kept.Of, GreaterThan = kept.GreaterThan, AsOf = scope.Compared!.AsOf, Revision = 0 }
                : null;
        return then is { Unit: "count", Value: { } count } && !AtMoment(metric) && !AmongThem(then) ? then with { Value = Math.Round(count * scope.Longer, 1) } : then;
    }

    // What a metric tells beside its number.
    private IEnumerable<ReportFigure> More(string card)
    {
        if (card == "backlog" && answers["now open_age"] is { } age)
            yield return new("open_age", "Oldest", "seconds", age.Beside.GetValueOrDefault("oldest"), age.N) { Link = links.To(answers.Asked("now open_age")) };
        // A median flatters where first answers only ask to write elsewhere.
        if (card == "first_answer" && answers["now kinds"] is { N: > 0 } kinds)
        {
            var moved = kinds.Series.FirstOrDefault(point => point.Group == Moved)?.N ?? 0;
            yield return new("answer_kind", "First answers moved to private", "count", moved, moved) { Of = kinds.N, Link = links.To(answers.Asked("now kinds") with { Group = Moved }) };
        }

        if (card != "recovery" || answers["now recovery_rate"] is not { } rate) yield break;
        var better = rate.Value is { } share ? Math.Round(share * rate.N) : (double?)null;
        yield return new("recovery_rate", "Of those who wrote again", "count", better, (long)(better ?? 0)) { Of = rate.N, Link = links.To(answers.Asked("now recovery_rate")) };
        yield return new("recovery_rate", "Wrote again, of those answered", "share", rate.Beside.GetValueOrDefault("heard_again"), (long)(rate.Beside.GetValueOrDefault("answered") ?? 0));
        yield return new("recovery_rate", "The same where nobody answered", "share", rate.Beside.GetValueOrDefault("unanswered_rate"), (long)(rate.Beside.GetValueOrDefault("unanswered_heard") ?? 0));
    }

    private static ReportChange Change(MetricAnswer now, MetricAnswer then, bool? higherIsBetter)
    {
        var (after, before) = (Value(now) ?? now.GreaterThan, Value(then) ?? then.GreaterThan);
        // "More than x" can be told from a smaller number, and not from another "more than".
        var told = after is not null && before is not null && (Value(now) ?? Value(then)) is not null
            && !(Value(now) is null && after <= before) && !(Value(then) is null && before <= after);
        var difference = told ? after - before : null;
        // Of more cases more are lost: what is better or worse is their share.
        var judged = difference is null || !AmongThem(now) || !AmongThem(then) ? difference : (after / now.Of) - (before / then.Of);
        var word = judged is null or 0 || higherIsBetter is not { } better ? ChangeWord.None : judged > 0 == better ? ChangeWord.Better : ChangeWord.Worse;
        return new(Value(then), AmongThem(then) ? then.Of!.Value : then.N, difference, word) { BeforeGreaterThan = then.GreaterThan };
    }

    // None of some is a number; none of none is no data.
    private static double? Value(MetricAnswer answer) => AmongThem(answer) ? answer.Value ?? 0 : answer.Value;

    private static bool AmongThem(MetricAnswer answer) => answer is { Id: "race_competitor_first", Of: > 0 };

    private ReportTarget? Target(string metric)
    {
        if (metric != "frt") return null;
        var now = targets.Now;
        var set = now.Newest?.Content.Targets.FirstOrDefault(target => target is { Intent: null or "complaint", Source: null, Topic: null, Priority: null });
        var value = (double)(set?.FirstAnswer ?? (long)now.Within.TotalSeconds);
        var answer = answers["now frt"];
        bool? met = answer is null || answer.N == 0 ? null : answer.Value is { } median ? median <= value : answer.GreaterThan >= value ? false : null;
        return new(value, met, set is null);
    }
}
