using System.Globalization;
using System.Web;
using Listening.Brands;
using Listening.Calendars;
using Listening.Measuring;
using Listening.Reporting;
using Listening.Tests.Metrics;
using Listening.Tests.Store;
using Listening.Web.Hosting;
using Listening.Web.Reporting;
using Listening.Web.Sourcing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web.Reporting;

/// <summary>A month whose complaints double on its tenth day and whose answers take two and a half times as long from then on, after eight weeks as usual.</summary>
public sealed class ReportWriterTests(EngineFixture engine) : FactsTest(engine)
{
    private static readonly DateTimeOffset From = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = From.AddDays(28);
    private static readonly DateTimeOffset Now = To.AddDays(10);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task First_sentence_names_the_largest_change_with_since_when_and_n()
    {
        await FillAsync();

        var report = await WriteAsync(new(null, From, To));

        // 36 a day for 19 days against 12, answered in 50 min instead of 20.
        Assert.Equal("Complaints rose by 200 % since 11 Mar, from 12 to 36 a day (n = 684), at the same time as the median first answer rose from 20 min to 50 min since 11 Mar (n = 684).", report.Sentences[0].Text);
        Assert.Equal(("complaints", ChangeWord.Worse, new DateOnly(2026, 3, 11), 684L), (report.Sentences[0].Metric, report.Sentences[0].Word, report.Sentences[0].Since, report.Sentences[0].N));
    }

    [Fact]
    public async Task Every_figure_is_the_number_of_the_list_that_its_link_opens()
    {
        await FillAsync();

        var report = await WriteAsync(new("Acme", From, To));

        var links = report.Cards.SelectMany(card => card.Beside.Prepend(card.Figure)).Where(figure => figure.Link is not null && figure.Title != "Of those who wrote again").Select(figure => (figure.Metric, Link: figure.Link!, figure.N))
            .Concat(report.Sentences.Select(sentence => (sentence.Metric, sentence.Link, sentence.N)))
            .Concat(report.Sections.Where(section => section.Id == "topics").SelectMany(section => section.Rows).Select(row => ("complaints", row.Link!, (long)row.Cells[1].Value!.Value))).ToList();
        foreach (var (metric, link, n) in links)
            Assert.Equal((metric, n), (metric, (await Facts.Metrics().RowsAsync(Asked(link), null, 1, Cancelled)).Total));
        Assert.True(links.Count > 10);
    }

    [Fact]
    public async Task Cards_tell_value_n_change_and_target()
    {
        await FillAsync();

        var report = await WriteAsync(new(null, From, To));

        var cards = report.Cards.ToDictionary(card => card.Id);
        Assert.Equal(["complaints", "within_hour", "first_answer", "race", "recovery", "backlog"], report.Cards.Select(card => card.Id));
        // 9 days of 12 and 19 of 36, after 28 of 12.
        Assert.Equal(((double?)792, 792L, (double?)336, ChangeWord.Worse), (cards["complaints"].Figure.Value, cards["complaints"].Figure.N, cards["complaints"].Figure.Change!.Before, cards["complaints"].Figure.Change!.Word));
        Assert.Equal(((double?)1, (double?)1, ChangeWord.None), (cards["within_hour"].Figure.Value, cards["within_hour"].Figure.Change!.Before, cards["within_hour"].Figure.Change!.Word));
        Assert.Equal(((double?)3000, 3600d, (bool?)true, true), (cards["first_answer"].Figure.Value, cards["first_answer"].Target!.Value, cards["first_answer"].Target!.Met, cards["first_answer"].Target!.Default));
        Assert.Equal("0 of 792", ReportText.Of(cards["race"].Figure));
        Assert.Equal(28, cards["complaints"].Sparkline.Count);
        Assert.Contains(report.Definitions, definition => definition.Id == "frt");
    }

    [Fact]
    public async Task Under_the_median_stands_how_many_first_answers_only_moved_to_private()
    {
        var at = From.AddDays(1);
        await Facts.AddAsync([.. new[] { "a", "b", "c" }.Select(answer => SeededWait.Of(at, TimeSpan.FromMinutes(5)) with { ClosedBy = answer }), SeededWait.Of(at)]);
        await Facts.AddAsync([.. new[] { ("a", "moved_to_private"), ("b", "in_public"), ("c", "moved_to_private") }.Select(answer => new SeededPost
        {
            PostedAt = at.AddMinutes(5), Id = answer.Item1, Party = "own", AnswerKind = answer.Item2, Text = "Something.",
        })]);

        var report = await WriteAsync(new(null, From, To));

        var line = report.Cards.Single(card => card.Id == "first_answer").Beside.Single(figure => figure.Metric == "answer_kind");
        Assert.Equal(("First answers moved to private", "2 of 3", 2L), (line.Title, ReportText.Of(line), line.N));
        Assert.Equal(2, (await Facts.Metrics().RowsAsync(Asked(line.Link!), null, 10, Cancelled)).Total);
        Assert.Contains(report.Definitions, definition => definition.Id == "answer_kind");
    }

    [Fact]
    public async Task Every_topic_shows_its_newest_complaint_however_long_ago_that_was()
    {
        string[] topics = ["delay", "luggage", "seat", "refund", "app"];
        for (var old = 0; old < 2; old++)
            await Facts.AddAsync([.. topics.Select((topic, at) => new SeededPost { PostedAt = To.AddDays(-1 - (6 * at)).AddHours(-old), Intent = "complaint", Topic = topic, Brands = ["Acme"], Text = $"{topic} {old}" })]);
        // Of another intent, or after the period.
        await Facts.AddAsync(new SeededPost { PostedAt = To.AddMinutes(-1), Intent = "praise", Topic = "app", Brands = ["Acme"] }, new SeededPost { PostedAt = To, Intent = "complaint", Topic = "app", Brands = ["Acme"] });

        var report = await WriteAsync(new(null, From, To));

        var rows = report.Sections.Single(section => section.Id == "topics").Rows;
        Assert.Equal(topics.Select(topic => (topic, $"{topic} 0")).Order(), rows.Select(row => (row.Cells[0].Text!, row.Cells[4].Text!)).Order());
    }

    [Fact]
    public async Task An_empty_month_is_no_data_and_never_a_zero()
    {
        var report = await WriteAsync(new(null, From, To));

        Assert.Empty(report.Sentences);
        Assert.All(report.Cards, card => Assert.Equal(((double?)null, 0L, "no data"), (card.Figure.Value, card.Figure.N, ReportText.Of(card.Figure))));
        Assert.All(report.Cards.SelectMany(card => card.Sparkline), point => Assert.Null(point.Value));
        Assert.Equal(((DateTimeOffset?)null, (double?)null, 0L), (report.Freshness.DataTo, report.Freshness.Classified, report.Freshness.Posts));
        Assert.All(report.Sections, section => Assert.Empty(section.Rows));
    }

    [Fact]
    public async Task A_source_that_failed_during_the_month_is_said_and_one_that_failed_after_it_is_not()
    {
        await FillAsync();
        SourceView Broken(string name, DateTimeOffset reaches) => new(
            Guid.NewGuid(), name, "feed", null, 60, false, 1, new Dictionary<string, object>(), null, [],
            new() { Status = SourceStatus.Failing, Reason = "The server answered 500.", Lag = (Now - reaches).TotalSeconds, Succeeded = reaches }, []);

        var report = await WriteAsync(new(null, From, To), Broken("blog", From.AddDays(3)), Broken("forum", To.AddDays(3)));

        // twitter, which is pushed, is there as it came.
        Assert.Equal((2, 3), (report.Freshness.Healthy, report.Freshness.Sources));
        Assert.Equal([("blog", "The server answered 500.")], report.Freshness.Faults.Select(fault => (fault.Source, fault.Reason)));
    }

    [Fact]
    public async Task The_first_four_weeks_are_followed_as_long_as_the_period()
    {
        await FillAsync();

        var report = await WriteAsync(new(null, From, To, ReportComparison.Baseline));

        var first = From.AddDays(-56).AddHours(1);
        Assert.Equal(new ReportPeriod(first, first.AddDays(28), first.AddDays(38)), report.Compared);
        Assert.Null((await WriteAsync(new(null, first, first.AddDays(28), ReportComparison.Baseline))).Compared);
    }

    [Fact]
    public async Task Its_instant_is_one_that_the_api_can_tell_so_that_its_details_can_be_asked_as_of_it()
    {
        var report = await Writer(Now.AddTicks(12_345)).WriteAsync(new("Acme", From, To), Cancelled);
        Assert.Equal(Now.AddMilliseconds(1), report.AsOf);
    }

    private async Task FillAsync()
    {
        var (waits, posts) = (new List<SeededWait>(), new List<SeededPost>());
        for (var day = -56; day < 28; day++)
        {
            var changed = day >= 9;
            for (var i = 0; i < (changed ? 36 : 12); i++)
            {
                var at = From.AddDays(day).AddMinutes(60 + (i * 30));
                var wait = SeededWait.Of(at, TimeSpan.FromMinutes(changed ? 50 : 20)) with { Intent = "complaint", Topic = "delay" };
                waits.Add(wait);
                posts.Add(new() { PostedAt = at, Id = wait.Id, Intent = "complaint", Topic = "delay", Sentiment = "negative", Brands = ["Acme"] });
            }
        }

        await Facts.AddAsync(waits);
        await Facts.AddAsync(posts);
    }

    private Task<EngagementReport> WriteAsync(ReportQuestion question, params SourceView[] sources) => Writer(Now, sources).WriteAsync(question with { AsOf = Now }, Cancelled);

    private ReportWriter Writer(DateTimeOffset now, params SourceView[] sources) => new(
        Facts.Metrics(), Facts.FirstWeeks(), new CurrentRegistry(new BrandRegistry(SeededFacts.Registry)), new CurrentTargets(), _ => Task.FromResult<IReadOnlyList<SourceView>>(sources), Facts.Search(),
        new DemoState(false), new NoAnnotations(), new FakeTimeProvider(now));

    private static MetricQuestion Asked(string link)
    {
        var query = HttpUtility.ParseQueryString(link[(link.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        DateTimeOffset Instant(string name) => DateTimeOffset.Parse(query[name]!, CultureInfo.InvariantCulture);
        return new()
        {
            Metric = query["list"]!, From = Instant("list.from"), To = Instant("list.to"), AsOf = Instant("list.asOf"), Brand = query["list.brand"] ?? query["brand"], Filter = query["list.filter"], By = query["list.by"], Group = query["list.group"],
            Within = query["list.within"] is { } within ? TimeSpan.FromSeconds(double.Parse(within.TrimEnd('s'), CultureInfo.InvariantCulture)) : null,
        };
    }
}
