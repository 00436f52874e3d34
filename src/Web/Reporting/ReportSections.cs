using Listening.Measuring;
using Listening.Reporting;

namespace Listening.Web.Reporting;

/// <summary>The details as tables, for print, mail and files; the page draws them.</summary>
internal sealed class ReportSections(ReportScope scope, ReportAnswers answers, ReportLinks links, IMetrics metrics)
{
    private const int MostTopics = 8;
    private const int LongestExample = 140;

    private static readonly (string Band, string Words)[] Bands =
        [("0–15 m", "up to 15 min"), ("15–60 m", "15 – 60 min"), ("1–4 h", "1 – 4 h"), ("4–8 h", "4 – 8 h"), ("8–24 h", "8 – 24 h"), ("over 24 h", "over 24 h"), ("not answered", "not answered")];

    private static readonly (string Metric, string Words)[] Races =
    [
        ("race_own_first", "We did"), ("race_competitor_first", "A competitor, then we"), ("race_competitor_only", "Only a competitor"), ("race_nobody", "Nobody within 72 h"),
        ("race_open", "Not decided yet"),
    ];

    /// <summary>What the reader must know beside everything about tone.</summary>
    public const string AboutTone = "Tone of the post, not opinion of us; about 1 in 3 labels is wrong on a new brand until you correct 200.";

    /// <summary>Says what must be asked.</summary>
    public void Want()
    {
        answers.Want("now bands", scope.Now("frt_distribution") with { By = "band" });
        Both("topics", "complaints", "topic");
        foreach (var (metric, _) in Races) answers.Want($"now {metric}", scope.Now(metric));
        answers.Want("now rivals", scope.Now("competitor_frt") with { By = "brand" });
        Both("tone", "net_sentiment", null);
        answers.Want("now posts", scope.Now("posts"));
        Both("voice", "share_of_voice", "brand");
    }

    /// <summary>The tables, once that is answered.</summary>
    public async Task<IReadOnlyList<ReportSection>> ReadAsync(CancellationToken cancellationToken) =>
        [Distribution(), await TopicsAsync(cancellationToken), Race(), Rivals(), Tone(), .. Voice()];

    private void Both(string name, string metric, string? by)
    {
        answers.Want($"now {name}", scope.Now(metric) with { By = by });
        if (scope.Compared is { } then) answers.Want($"then {name}", scope.Then(metric, then) with { By = by });
    }

    private ReportSection Distribution()
    {
        var bands = Points("now bands");
        return new("distribution", "How long the first answer took", [new("Time", "text"), new("Cases", "count")],
            bands.Count == 0 ? [] : [.. Bands.Select(one => new ReportRow([new(one.Words), new(null, bands.GetValueOrDefault(one.Band)?.N ?? 0)], Group("now bands", one.Band)))]);
    }

    private async Task<ReportSection> TopicsAsync(CancellationToken cancellationToken)
    {
        var (now, then) = (Points("now topics"), Points("then topics"));
        var rows = new List<ReportRow>();
        foreach (var topic in now.Values.Where(topic => !string.IsNullOrEmpty(topic.Group)).OrderByDescending(topic => topic.N).Take(MostTopics))
        {
            var question = answers.Asked("now topics") with { Group = topic.Group };
            double? before = scope.Compared is null ? null : then.GetValueOrDefault(topic.Group!)?.N ?? 0;
            rows.Add(new([new(topic.Group), new(null, topic.N), new(null, before), new(null, topic.N - before), new(await NewestAsync(question, cancellationToken))], links.To(question)));
        }

        return new("topics", "What complaints are about", [new("Topic", "text"), new("Complaints", "count"), new("Before", "count"), new("Change", "change"), new("The newest", "text")], rows);
    }

    // What changed was looked for day by day or week by week: in the last of these that has any lies the newest, and only that one is read.
    private async Task<string?> NewestAsync(MetricQuestion question, CancellationToken cancellationToken)
    {
        var last = (answers["cut topics"]?.Series ?? []).Where(point => point.Group == question.Group && point.N > 0).Select(point => point.Bucket).Max();
        if (last > question.From) question = question with { From = last.Value };
        var rows = await metrics.RowsAsync(question, null, 1, cancellationToken);
        return rows.Items.Select(row => Short(row.Text)).FirstOrDefault();
    }

    private ReportSection Race() => new("race", "Who answered first", [new("First", "text"), new("Cases", "count")],
        Races.All(race => answers[$"now {race.Metric}"] is not { Of: > 0 })
            ? []
            : [.. Races.Select(race => new ReportRow([new(race.Words), new(null, answers[$"now {race.Metric}"]?.N)], links.To(answers.Asked($"now {race.Metric}"))))])
    { Note = "Between us and registered competitors." };

    private ReportSection Rivals() => new("competitors", "Competitors' first answer", [new("Competitor", "text"), new("Asked them", "count"), new("Median", "seconds")],
        [.. Points("now rivals").Values.Select(point => new ReportRow([new(point.Group), new(null, point.N), new(null, point.Value)], Group("now rivals", point.Group!)))])
    { Note = "Open ones counted; no data where too many still wait." };

    private ReportSection Tone()
    {
        var (now, then) = (answers["now tone"], answers["then tone"]);
        return new("tone", "Net tone", [new("", "text"), new("Net tone", "balance"), new("Posts", "count")],
            now is not { N: > 0 } ? [] :
            [
                new([new("This period"), new(null, now.Value), new(null, now.N)], links.To(answers.Asked("now tone"))),
                .. then is null ? Array.Empty<ReportRow>() : [new([new("Compared with"), new(null, then.Value), new(null, then.N)], links.To(answers.Asked("then tone")))],
            ])
        { Note = AboutTone };
    }

    private IEnumerable<ReportSection> Voice()
    {
        if (answers["now voice"] is null) yield break;
        var (now, then) = (Points("now voice"), Points("then voice"));
        yield return new("voice", "Share of voice", [new("Brand", "text"), new("Share", "share"), new("Before", "share"), new("Posts", "count")],
            [.. now.Values.Select(point => new ReportRow([new(point.Group), new(null, point.Value), new(null, then.GetValueOrDefault(point.Group ?? "")?.Value), new(null, point.N)], Group("now voice", point.Group ?? "")))]);
    }

    private Dictionary<string, MetricPoint> Points(string name) => (answers[name]?.Series ?? []).Where(point => point.Group is not null).ToDictionary(point => point.Group!);

    private string Group(string name, string group) => links.To(answers.Asked(name) with { Group = group });

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= LongestExample) return line;
        return $"{line[..(char.IsHighSurrogate(line[LongestExample - 1]) ? LongestExample - 1 : LongestExample)]}…";
    }
}
