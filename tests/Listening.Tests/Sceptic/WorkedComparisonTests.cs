using Listening.Brands;
using Listening.Measuring;
using Xunit;

namespace Listening.Tests.Sceptic;

/// <summary>Recovery, voice, resolving and agents against the sceptic's own computation, number and rows.</summary>
public sealed class WorkedComparisonTests(WorkedStage stages) : IClassFixture<WorkedStage>
{
    private static readonly Window[] Windows =
    [
        .. Window.All,
        new("the winter after", At("2017-12-01T00:00Z"), At("2018-03-01T00:00Z"), At("2018-06-01T00:00:00.500Z")),
        new("the winter seen from within", At("2017-12-01T00:00Z"), At("2018-03-01T00:00Z"), At("2018-01-20T12:00:00.500Z")),
    ];

    [Fact]
    public async Task Every_outcome_and_rate_of_recovery_equals_the_independent_one()
    {
        var stage = await stages.OpenedAsync();
        var (differ, heardAtAll) = (new Disagreements(), 0);
        foreach (var window in Windows)
        {
            var told = stage.Recovery.Outcomes(window).ToLookup(row => row.State);
            var outcome = await AskAsync("recovery", window);
            string[] states = ["recovered", "worsened", "unchanged", "silent"];
            foreach (var state in states)
                differ.Compare(told[state].Count(), (int)(outcome.Series.FirstOrDefault(point => point.Group == state)?.N ?? 0), () => $"{state} of {window.Name}");
            differ.Compare(told["too young"].Count(), (int)outcome.LeftOut.GetValueOrDefault("too young"), () => $"too young of {window.Name}");
            differ.Compare(told["unknown"].Count(), (int)outcome.LeftOut.GetValueOrDefault("tone not known"), () => $"unknown of {window.Name}");
            await RowsAsync(differ, "recovery", window, [.. states.SelectMany(state => told[state])]);

            var rate = await AskAsync("recovery_rate", window);
            FoundRow[] heard = [.. states[..3].SelectMany(state => told[state])];
            heardAtAll += heard.Length;
            differ.Near(Share(told["recovered"].Count(), heard.Length), rate.Value, 1e-9, () => $"rate of {window.Name}");
            await RowsAsync(differ, "recovery_rate", window, heard);
            var unanswered = stage.Recovery.Unanswered(window).ToLookup(row => row.State);
            differ.Near(Share(unanswered["recovered"].Count(), states[..3].Sum(state => unanswered[state].Count())), rate.Beside["unanswered_rate"], 1e-9, () => $"baseline of {window.Name}");
        }

        differ.AssertNone(100);
        Assert.True(heardAtAll > 100, $"{heardAtAll} were heard again");
    }

    [Fact]
    public async Task Who_came_back_and_who_left_equal_the_independent_computation()
    {
        var stage = await stages.OpenedAsync();
        var (differ, back, gone) = (new Disagreements(), 0, 0);
        foreach (var window in Windows)
        {
            var returned = stage.Recovery.Returned(window);
            back += returned.Count(row => row.State == "returned");
            differ.Near(Share(returned.Count(row => row.State == "returned"), returned.Count), (await AskAsync("loyal_return", window)).Value, 1e-9, () => $"returned of {window.Name}");
            await RowsAsync(differ, "loyal_return", window, returned);
            var defected = stage.Recovery.Defected(window);
            gone += defected.Count(row => row.State == "defected");
            differ.Near(Share(defected.Count(row => row.State == "defected"), defected.Count), (await AskAsync("defection", window)).Value, 1e-9, () => $"defected of {window.Name}");
            await RowsAsync(differ, "defection", window, defected);
        }

        differ.AssertNone(20);
        Assert.True(back > 0 && gone > 0, $"{back} returned, {gone} defected");
    }

    [Fact]
    public async Task Every_brands_share_of_voice_equals_the_independent_one()
    {
        var (stage, differ) = (await stages.OpenedAsync(), new Disagreements());
        foreach (var window in Windows)
            foreach (var (metric, byAuthors) in new[] { ("share_of_voice", false), ("share_of_voice_authors", true) })
            {
                var mentions = stage.Recovery.Mentions(window, byAuthors);
                var all = mentions.Values.Sum();
                var answer = await AskAsync(metric, window, "brand");
                differ.Near(Share(mentions.Where(one => stage.Known.Brands.Any(brand => brand.Name == one.Key && brand.Kind == BrandKind.Own)).Sum(one => one.Value), all), answer.Value, 1e-9,
                    () => $"{metric} of {window.Name}");
                differ.Compare(Line(mentions.Select(one => (one.Key, (long)one.Value))), Line(answer.Series.Select(point => (point.Group!, point.N))), () => $"{metric} of {window.Name}");
                foreach (var point in answer.Series) differ.Near(Share(mentions[point.Group!], all), point.Value, 1e-9, () => $"{metric} of {point.Group} in {window.Name}");
            }

        differ.AssertNone(50);
    }

    [Theory]
    [InlineData("resolve_first")]
    [InlineData("resolve_full")]
    [InlineData("reopen_rate")]
    [InlineData("one_touch")]
    [InlineData("agent_load")]
    [InlineData("agent_resolves")]
    [InlineData("agent_replies")]
    [InlineData("agent_frt")]
    public async Task Times_and_rates_of_resolving_and_figures_of_agents_equal_the_independent_ones(string metric)
    {
        var stage = await stages.OpenedAsync();
        var (differ, rowsAtAll) = (new Disagreements(), 0);
        foreach (var window in Windows)
        {
            var rows = stage.Work.Rows(metric, window);
            rowsAtAll += rows.Count;
            var agents = metric.StartsWith("agent_", StringComparison.Ordinal);
            var answer = await AskAsync(metric, window);
            var once = rows.DistinctBy(row => (row.Id, row.Brand)).ToList();
            differ.Compare(once.Count, (int)answer.N, () => $"n of {metric} of {window.Name}");
            differ.Near(
                metric switch
                {
                    "resolve_first" or "resolve_full" or "agent_frt" => Median(once),
                    "reopen_rate" or "one_touch" => Share(rows.Count(row => row.State == "hit"), rows.Count),
                    _ => once.Count == 0 ? (double?)null : once.Count,
                },
                answer.Value, answer.Unit == "seconds" ? 0.5 : 1e-9, () => $"{metric} of {window.Name}");
            if (agents) differ.Compare(Line(rows.GroupBy(row => row.State!).Select(agent => (agent.Key, (long)agent.Count()))), Line(answer.Series.Select(point => (point.Group!, point.N))), () => $"{metric} by agent of {window.Name}");
            await RowsAsync(differ, metric, window, [.. once.Select(row => row with { State = agents || answer.Unit == "share" ? null : row.State })]);
        }

        differ.AssertNone(20);
        Assert.True(rowsAtAll > 20, $"{rowsAtAll} rows");
    }

    private async Task<MetricAnswer> AskAsync(string metric, Window window, string? by = null) =>
        await (await stages.OpenedAsync()).Product.AnswerAsync(Question(metric, window) with { By = by }, TestContext.Current.CancellationToken);

    private static MetricQuestion Question(string metric, Window window) => new() { Metric = metric, From = window.From, To = window.To, AsOf = window.AsOf };

    private async Task RowsAsync(Disagreements differ, string metric, Window window, IReadOnlyList<FoundRow> expected)
    {
        var (rows, cursor) = (new List<MetricRow>(), (string?)null);
        do
        {
            var page = await (await stages.OpenedAsync()).Product.RowsAsync(Question(metric, window), cursor, 500, TestContext.Current.CancellationToken);
            differ.Compare(expected.Count, (int)page.Total, () => $"total of {metric} of {window.Name}");
            rows.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        var left = expected.ToDictionary(row => (row.Id, row.Brand));
        foreach (var row in rows)
        {
            if (!left.Remove((row.Id, row.Brand), out var one)) differ.Compare("no such row", $"{row.Id} for {row.Brand}", () => $"{metric} of {window.Name}");
            else if (one.State is not null) differ.Compare(one.State, row.State, () => $"state of {row.Id} for {row.Brand} in {metric} of {window.Name}");
        }

        differ.Compare("", string.Join(", ", left.Keys), () => $"rows missing from {metric} of {window.Name}");
    }

    private static double? Share(int some, int all) => all == 0 ? null : some / (double)all;

    private static double? Median(IReadOnlyList<FoundRow> rows)
    {
        var sorted = rows.Select(row => row.Seconds!.Value).Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Line(IEnumerable<(string Name, long N)> counts) => string.Join("; ", counts.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => $"{one.Name} {one.N}"));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
