using Listening.Brands;
using Listening.Calendars;
using Listening.Desk.Reporting;
using Listening.Reporting;
using Listening.Tests.Desk;
using Listening.Tests.Metrics;
using Listening.Tests.Store;
using Listening.Web.Hosting;
using Listening.Web.Reporting;
using Listening.Web.Sourcing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web.Reporting;

/// <summary>Four weeks of two complaints a day, answered after twenty minutes, and what they are to a later month of three a day, answered after forty.</summary>
public sealed class FreezingRoundTests(EngineFixture engine) : FactsTest(engine)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset March = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider time = new(Start);
    private readonly CurrentTargets targets = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_recorded_after_four_weeks_is_what_is_compared_with_whatever_is_imported_later()
    {
        await using var desk = new DeskFile();
        await desk.InitializeAsync();
        var shelf = new FrozenWeeksShelf(desk.Store);
        await WriteAsync(Start, days: 28, aDay: 2, minutes: 20);

        time.SetUtcNow(Start.AddDays(10).AddHours(1));
        await Round(shelf).GoAsync(Cancelled);
        Assert.Null(await shelf.FindAsync("Acme", Cancelled));
        var learning = await ReportAsync(shelf, 28);
        Assert.Equal((new ReportLearning(11, 28), (ReportPeriod?)null), (learning.Learning, learning.Compared));

        // The four weeks are over, and half an hour ago some of them still came in.
        time.SetUtcNow(Start.AddDays(30));
        await Facts.AddAsync(new SeededPost { Id = "late", PostedAt = Start.AddDays(20), Lag = TimeSpan.FromDays(10) - TimeSpan.FromMinutes(30), Brands = ["Acme"] });
        await Round(shelf).GoAsync(Cancelled);
        Assert.Null(await shelf.FindAsync("Acme", Cancelled));
        time.Advance(TimeSpan.FromMinutes(31));
        await Round(shelf).GoAsync(Cancelled);
        var kept = (await shelf.FindAsync("Acme", Cancelled))!;
        Assert.Equal((Start, Start.AddDays(28), Start.AddDays(28), time.GetUtcNow()), (kept.Report.From, kept.Report.To, kept.Report.AsOf, kept.At));
        Assert.Equal((56, 1200), (Card(kept.Report, "complaints").Value, Card(kept.Report, "first_answer").Value));
        Assert.NotEmpty(kept.Report.Definitions);
        Assert.NotNull(await shelf.FindAsync(null, Cancelled));

        // What is imported then is older than the first post, and worse; and targets are set.
        await WriteAsync(March, days: 28, aDay: 3, minutes: 40);
        await WriteAsync(Start.AddDays(-20), days: 10, aDay: 9, minutes: 300);
        await WriteAsync(Start.AddMinutes(1), days: 28, aDay: 1, minutes: 600);
        targets.Take(new TargetsInUse([new(1, Start, Start, "ana", "", TargetsContent.Empty)], TimeSpan.FromHours(1)));
        time.SetUtcNow(March.AddDays(40));
        await Round(shelf).GoAsync(Cancelled);
        Assert.Equal(kept.At, (await shelf.FindAsync("Acme", Cancelled))!.At);
        var report = await ReportAsync(shelf, 28);
        Assert.Equal(new ReportPeriod(Start, Start.AddDays(28), Start.AddDays(28)), report.Compared);
        Assert.Equal((84, 56, 56L, ChangeWord.Worse), Told(Card(report, "complaints")));
        Assert.Equal((2400, 1200, 56L, ChangeWord.Worse), Told(Card(report, "first_answer")));
        Assert.Equal((kept.At, "calendars and targets, version 0 → 1"), (report.Baseline!.RecordedAt, Assert.Single(report.Baseline.Since)));
        Assert.Null(report.Learning);

        // Two weeks are held against two weeks' worth of complaints, and against the same median.
        var two = await ReportAsync(shelf, 14);
        Assert.Equal((42, 28, 56L, ChangeWord.Worse), Told(Card(two, "complaints")));
        Assert.Equal((2400, 1200, 56L, ChangeWord.Worse), Told(Card(two, "first_answer")));

        // Nothing was recorded under a filter: the same weeks are asked anew, with what came in since.
        var filtered = await ReportAsync(shelf, 28, "source:twitter");
        Assert.Equal((Start, (ReportBaseline?)null), (filtered.Compared!.From, filtered.Baseline));
        Assert.Equal((84, 84, 84L, ChangeWord.None), Told(Card(filtered, "complaints")));
    }

    [Fact]
    public async Task Of_a_brand_that_nobody_wrote_about_nothing_is_recorded_and_nothing_is_learnt()
    {
        await using var desk = new DeskFile();
        await desk.InitializeAsync();
        var shelf = new FrozenWeeksShelf(desk.Store);
        time.SetUtcNow(March);
        await Round(shelf).GoAsync(Cancelled);
        Assert.Null(await shelf.FindAsync(null, Cancelled));
        var report = await ReportAsync(shelf, 28);
        Assert.Equal((null, null, null), (report.Compared, report.Baseline, report.Learning));
    }

    private static ReportFigure Card(EngagementReport report, string id) => report.Cards.Single(card => card.Id == id).Figure;

    private static (double? Value, double? Before, long BeforeN, ChangeWord Word) Told(ReportFigure figure) => (figure.Value, figure.Change!.Before, figure.Change.BeforeN, figure.Change.Word);

    private Task<EngagementReport> ReportAsync(IFrozenWeeks frozen, int days, string? filter = null) =>
        Writer(frozen).WriteAsync(new("Acme", March, March.AddDays(days), ReportComparison.Baseline) { Filter = filter }, Cancelled);

    private FreezingRound Round(IFrozenWeeks frozen) => new(Facts.FirstWeeks(), Facts.LatePosts(), frozen, Writer(frozen), Registry(), time, NullLogger<FreezingRound>.Instance);

    private ReportWriter Writer(IFrozenWeeks frozen) => new(
        Facts.Metrics(), Facts.FirstWeeks(), Registry(), targets, _ => Task.FromResult<IReadOnlyList<SourceView>>([]), Facts.Search(), new DemoState(false), new NoAnnotations(), time,
        frozenWeeks: frozen);

    private static CurrentRegistry Registry() => new(new BrandRegistry(SeededFacts.Registry));

    private async Task WriteAsync(DateTimeOffset from, int days, int aDay, int minutes)
    {
        var (waits, posts) = (new List<SeededWait>(), new List<SeededPost>());
        for (var i = 0; i < days * aDay; i++)
        {
            var at = from.AddDays(i / aDay).AddHours(i % aDay);
            var wait = SeededWait.Of(at, TimeSpan.FromMinutes(minutes)) with { Intent = "complaint" };
            waits.Add(wait);
            posts.Add(new() { PostedAt = at, Id = wait.Id, Intent = "complaint", Brands = ["Acme"] });
        }

        await Facts.AddAsync(waits);
        await Facts.AddAsync(posts);
    }
}
