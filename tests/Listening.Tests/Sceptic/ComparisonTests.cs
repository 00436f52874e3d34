using Listening.Measuring;
using Xunit;

namespace Listening.Tests.Sceptic;

/// <summary>Every number of the product against the sceptic's, with its rows, its series and the period before.</summary>
public sealed class ComparisonTests(Stages stages) : IClassFixture<Stages>
{
    private static readonly string[] StageNames = ["plain house", "derived airline", "derived carrier", "derived house"];

    private static readonly string[] MetricNames =
    [
        "posts", "frt", "frt_p90", "frt_answered", "nrt", "response_rate", "backlog", "open_age", "race_own_first", "race_competitor_first",
        "race_competitor_only", "race_nobody", "race_open", "interception_rate", "margin", "competitor_frt", "competitor_response_rate",
        "frt_bh", "within_sla", "within_sla_next",
    ];

    private static readonly (Interval Interval, string Zone)[] Cuts =
    [
        (Interval.Week, "Europe/Berlin"), (Interval.Week, "America/New_York"), (Interval.Day, "Asia/Kathmandu"),
        (Interval.Hour, "Europe/Berlin"), (Interval.Hour, "Asia/Kathmandu"), (Interval.Month, "Australia/Lord_Howe"),
    ];

    private static readonly string[] Hours = ["00:15", "01:00", "04:00", "1.00:00"];

    public static TheoryData<string, string> Questions =>
        [.. StageNames.SelectMany(stage => MetricNames.Select(metric => new TheoryDataRow<string, string>(stage, metric)))];

    public static TheoryData<string> Stagings => [.. StageNames];

    [Theory, MemberData(nameof(Questions))]
    public async Task Every_metric_equals_the_independent_computation(string stageName, string metric)
    {
        var (stage, differ, withData) = (await stages.OfAsync(stageName), new Disagreements(), 0);
        foreach (var window in Window.All)
            foreach (var narrowing in window.Name is "October seen soon" ? Narrowing.All : Narrowing.All.Take(1))
                foreach (var within in metric.EndsWith("response_rate", StringComparison.Ordinal) && narrowing.Filter is null ? Hours : Hours.Take(1))
                {
                    var (question, asked) = Ask(metric, window, narrowing, TimeSpan.Parse(within));
                    string Where() => $"{metric} of {window.Name}, '{narrowing.Filter}', within {within}";
                    var found = stage.Sceptic.Answer(asked);
                    if (found.N > 0) withData++;
                    var answer = await stage.Product.AnswerAsync(question with { ComparePrevious = true }, CancellationToken.None);
                    Compare(differ, found, answer, Where);
                    Compare(differ, stage.Sceptic.Answer(asked.Before()), answer.Previous!, () => $"previous of {Where()}");
                    await CompareRowsAsync(differ, stage, question, found, Where);
                }
        differ.AssertNone(100);
        // Nobody raced an airline for a customer in the file itself; in the copies everything happens.
        if (stageName.StartsWith("derived", StringComparison.Ordinal)) Assert.True(withData > 0, "no question had data");
    }

    [Theory, MemberData(nameof(Questions))]
    public async Task Every_series_equals_the_independent_computation(string stageName, string metric)
    {
        var (stage, differ) = (await stages.OfAsync(stageName), new Disagreements());
        var state = metric is "backlog" or "open_age";
        var turn = Array.IndexOf(StageNames, stageName) * 2;
        foreach (var window in Window.All.Where(window => window.Name is not "everything"))
        {
            var (question, asked) = Ask(metric, window, Narrowing.All[0], TimeSpan.FromHours(1));
            if (metric != "posts")
            {
                var byBrand = await stage.Product.AnswerAsync(question with { By = "brand" }, CancellationToken.None);
                ComparePoints(differ, stage.Sceptic.Parts(asked, (_, brand) => brand!), byBrand, point => point.Group!, $"{metric} by brand of {window.Name}");
            }
            // Two cuts of a window, others for the next one: every metric meets every cut in some window.
            foreach (var (interval, name) in Enumerable.Range(0, 2).Select(next => Cuts[turn++ % Cuts.Length]))
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
                var cut = await stage.Product.AnswerAsync(question with { Interval = interval, Zone = zone }, CancellationToken.None);
                string Where() => $"{metric} by {interval} in {name} of {window.Name}";
                // The first bucket of a period may begin inside of a local one; it is told by the period's own start or by the local one's.
                DateTimeOffset Start(DateTimeOffset at) => LocalBucket.Of(at, interval, zone) is var start && start < window.From ? window.From : start;
                if (state) CompareStates(differ, stage, asked, cut, window, Where);
                else ComparePoints(differ, stage.Sceptic.Parts(asked, (at, _) => Start(at)), cut,
                    point => point.Bucket!.Value < window.From ? window.From : point.Bucket.Value, Where());
            }
        }
        differ.AssertNone(10);
    }

    [Theory, MemberData(nameof(Stagings))]
    public async Task Every_response_curve_equals_the_independent_one(string stageName)
    {
        var (stage, differ) = (await stages.OfAsync(stageName), new Disagreements());
        foreach (var window in Window.All)
        {
            var (question, asked) = Ask("response_curve", window, Narrowing.All[0], TimeSpan.FromHours(1));
            var answer = await stage.Product.AnswerAsync(question with { By = "brand" }, CancellationToken.None);
            var curves = stage.Sceptic.Curves(asked);
            differ.Compare(string.Join(',', curves.Keys.Order()), string.Join(',', answer.Series.Select(point => point.Group!).Distinct().Order()), () => $"brands of {window.Name}");
            foreach (var point in answer.Series)
                differ.Near(curves[point.Group!].AnsweredBy(point.At!.Value), point.Value, 1e-9, () => $"{point.Group} by {point.At} s of {window.Name}");
        }
        differ.AssertNone(100);
    }

    [Theory, MemberData(nameof(Stagings))]
    public async Task The_distribution_has_every_episode_in_one_band(string stageName)
    {
        var (stage, differ) = (await stages.OfAsync(stageName), new Disagreements());
        foreach (var window in Window.All)
        {
            var (question, asked) = Ask("frt", window, Narrowing.All[0], TimeSpan.FromHours(1));
            var answer = await stage.Product.AnswerAsync(question with { Metric = "frt_distribution" }, CancellationToken.None);
            var bands = stage.Sceptic.Answer(asked).Rows.GroupBy(row => row.State != "answered" ? "not answered" : row.Seconds switch
            {
                <= 900 => "0–15 m", <= 3600 => "15–60 m", <= 4 * 3600 => "1–4 h", <= 8 * 3600 => "4–8 h", <= 24 * 3600 => "8–24 h", _ => "over 24 h",
            }).ToDictionary(band => band.Key, band => band.Count());
            differ.Compare(bands.Values.Sum(), (int)answer.N, () => window.Name);
            differ.Compare(string.Join("; ", bands.OrderBy(band => band.Key, StringComparer.Ordinal).Select(band => $"{band.Key}: {band.Value}")),
                string.Join("; ", answer.Series.OrderBy(point => point.Group, StringComparer.Ordinal).Select(point => $"{point.Group}: {point.N}")), () => window.Name);
        }
        differ.AssertNone(10);
    }

    [Theory, MemberData(nameof(Stagings))]
    public async Task What_stands_beside_a_number_equals_the_independent_computation(string stageName)
    {
        var (stage, differ) = (await stages.OfAsync(stageName), new Disagreements());
        foreach (var window in Window.All.Where(window => window.Name is not "a silent year"))
        {
            async Task<(Found Found, MetricAnswer Answer)> Both(string metric)
            {
                var (question, asked) = Ask(metric, window, Narrowing.All[0], TimeSpan.FromHours(1));
                return (stage.Sceptic.Answer(asked), await stage.Product.AnswerAsync(question, CancellationToken.None));
            }

            var (frt, frtAnswer) = await Both("frt");
            differ.Near(frt.Rows.Count(row => row.State == "answered"), frtAnswer.Beside["answered"], 1e-9, () => $"answered of {window.Name}");
            differ.Near(frt.Rows.Count(row => row.State == "deleted"), frtAnswer.Beside["deleted"], 1e-9, () => $"deleted of {window.Name}");
            var (rate, rateAnswer) = await Both("response_rate");
            differ.Compare(frt.N - rate.N, rateAnswer.LeftOut.GetValueOrDefault("too young"), () => $"too young of {window.Name}");
            var (age, ageAnswer) = await Both("open_age");
            differ.Near(age.N == 0 ? null : age.Rows.Max(row => row.Seconds), ageAnswer.Beside["oldest"], 0.5, () => $"oldest of {window.Name}");
            var (nobody, nobodyAnswer) = await Both("race_nobody");
            var (won, wonAnswer) = await Both("interception_rate");
            differ.Near(won.N + nobody.N == 0 ? null : nobody.N / (double)(won.N + nobody.N), wonAnswer.Beside["nobody"], 1e-9, () => $"nobody of {window.Name}");
            differ.Compare(frt.N, nobodyAnswer.Of ?? 0, () => $"races of {window.Name}");
            var (margin, marginAnswer) = await Both("margin");
            differ.Near(frt.N - margin.N, marginAnswer.Beside["others"], 1e-9, () => $"not answered by both of {window.Name}");
        }
        differ.AssertNone(40);
    }

    private static (MetricQuestion Question, Asked Asked) Ask(string metric, Window window, Narrowing narrowing, TimeSpan within) =>
    (
        new() { Metric = metric, From = window.From, To = window.To, AsOf = window.AsOf, Within = within, Filter = narrowing.Filter },
        new() { Metric = metric, From = window.From, To = window.To, AsOf = window.AsOf, Within = within, Keeps = narrowing.Keeps }
    );

    private static void Compare(Disagreements differ, Found found, MetricAnswer answer, Func<string> where)
    {
        var tolerance = answer.Unit == "seconds" ? 0.5 : 1e-9;
        differ.Near(found.Value, answer.Value, tolerance, () => $"value of {where()}");
        differ.Near(found.GreaterThan, answer.GreaterThan, tolerance, () => $"greater than of {where()}");
        differ.Compare(found.N, answer.N, () => $"n of {where()}");
    }

    private static async Task CompareRowsAsync(Disagreements differ, Stage stage, MetricQuestion question, Found found, Func<string> where)
    {
        var (rows, cursor) = (new List<MetricRow>(), (string?)null);
        do
        {
            var page = await stage.Product.RowsAsync(question, cursor, 500, CancellationToken.None);
            differ.Compare(found.N, page.Total, () => $"total of {where()}");
            rows.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        differ.Compare(found.N, rows.Count, () => $"length of the list of {where()}");
        differ.Compare(true, rows.Zip(rows.Skip(1)).All(pair => pair.First.At >= pair.Second.At), () => $"newest first of {where()}");
        var expected = found.Rows.ToDictionary(row => (row.Id, row.Brand));
        foreach (var row in rows)
        {
            if (!expected.Remove((row.Id, row.Brand), out var one))
            {
                differ.Compare("no such row", $"{row.Id} for {row.Brand}", where);
                continue;
            }
            if (one.State is not null) differ.Compare(one.State, row.State, () => $"state of {row.Id} for {row.Brand} in {where()}");
            if (one.Seconds is not null) differ.Near(one.Seconds, row.Seconds, 0.5, () => $"seconds of {row.Id} for {row.Brand} in {where()}");
        }
        differ.Compare("", string.Join(", ", expected.Keys), () => $"rows missing from {where()}");
    }

    private static void ComparePoints<T>(Disagreements differ, IReadOnlyDictionary<T, Found> parts, MetricAnswer answer, Func<MetricPoint, T> part, string where)
        where T : notnull
    {
        var tolerance = answer.Unit == "seconds" ? 0.5 : 1e-9;
        var left = parts.Where(one => one.Value.N > 0).ToDictionary(one => one.Key, one => one.Value);
        foreach (var point in answer.Series)
        {
            left.Remove(part(point), out var found);
            differ.Compare(found?.N ?? 0, point.N, () => $"n at {part(point)} of {where}");
            differ.Near(found?.Value, point.Value, tolerance, () => $"value at {part(point)} of {where}");
            differ.Near(found?.GreaterThan, point.GreaterThan, tolerance, () => $"greater than at {part(point)} of {where}");
        }
        differ.Compare("", string.Join(", ", left.Keys), () => $"parts missing from {where}");
    }

    // A state is looked at when its bucket ends, or now where that is earlier.
    private static void CompareStates(Disagreements differ, Stage stage, Asked asked, MetricAnswer answer, Window window, Func<string> where)
    {
        for (var i = 0; i < answer.Series.Count; i++)
        {
            var end = i + 1 < answer.Series.Count ? answer.Series[i + 1].Bucket!.Value : window.To;
            if (end > window.AsOf) end = window.AsOf;
            var found = stage.Sceptic.Answer(asked with { AsOf = end });
            var point = answer.Series[i];
            differ.Compare(found.N, point.N, () => $"n at {end} of {where()}");
            differ.Near(found.Value, point.Value, answer.Unit == "seconds" ? 0.5 : 1e-9, () => $"value at {end} of {where()}");
        }
    }
}
