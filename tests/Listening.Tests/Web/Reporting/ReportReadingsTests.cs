using Listening.Brands;
using Listening.Calendars;
using Listening.Reporting;
using Listening.Storing;
using Listening.Tests.Reporting;
using Listening.Web.Dashboards;
using Listening.Web.Reporting;
using Listening.Web.Security;
using Listening.Web.Streaming;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web.Reporting;

/// <summary>One answer for all viewers, until anything that it was made of changes; what took long is kept ready for who accepts its age.</summary>
public sealed class ReportReadingsTests : IReportWriter, IFactReader, IAnnotations
{
    private static readonly ReportQuestion Question = new("Acme", Some.Instant.AddDays(-28), Some.Instant);
    private static readonly TileDefinition Tile = new("volume", [new MetricRequest("posts")]);
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);
    private static readonly TargetsInUse Targets = new([new(1, Some.Instant, Some.Instant, "ana", "", TargetsContent.Empty)], TimeSpan.FromHours(1));
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly CurrentRegistry registry = new(new BrandRegistry([]));
    private readonly CurrentTargets targets = new();
    private readonly List<Annotation> notes = [];
    private readonly SlowMetrics metrics = new();
    private readonly KeptTiles tiles;
    private readonly ReportReadings readings;
    private TaskCompletionSource writing = Done();
    private TimeSpan takes;
    private int written;

    public ReportReadingsTests()
    {
        metrics.Let.SetResult();
        tiles = new(new TileReadings(new TileEvaluator(metrics, time), this, registry, time), registry, targets, time);
        readings = new(this, this, registry, targets, this, tiles, time, NullLogger<ReportReadings>.Instance);
    }

    public long Revision { get; private set; } = 1;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_viewers_at_once_are_one_evaluation()
    {
        writing = new();
        var viewers = Enumerable.Range(0, 20).Select(_ => readings.ReadAsync(Question, TimeSpan.Zero, Cancelled)).ToList();
        writing.SetResult();
        Assert.All(await Task.WhenAll(viewers), shown => Assert.Equal("1", shown.Report.Sentences[0].Text));
    }

    [Fact]
    public async Task An_answer_serves_for_a_minute_while_nothing_changes()
    {
        await ReadAsync("1");
        time.Advance(TimeSpan.FromSeconds(59));
        await ReadAsync("1");
        time.Advance(TimeSpan.FromSeconds(1));
        await ReadAsync("2");
    }

    [Fact]
    public async Task A_post_that_comes_in_a_new_registry_and_new_targets_change_the_next_answer()
    {
        await ReadAsync("1");
        Revision++;
        await ReadAsync("2");
        registry.Take(registry.Now with { Version = 1 });
        await ReadAsync("3");
        targets.Take(Targets);
        await ReadAsync("4");
        await ReadAsync("4");
    }

    [Fact]
    public async Task What_was_written_at_a_date_is_told_at_once()
    {
        Assert.Empty((await readings.ReadAsync(Question, TimeSpan.Zero, Cancelled)).Report.Annotations);
        notes.Add(new(Guid.NewGuid(), new(2026, 1, 1), "A new telephone system.", "ana", Some.Instant));
        Assert.Equal(["A new telephone system."], (await readings.ReadAsync(Question, TimeSpan.Zero, Cancelled)).Report.Annotations.Select(note => note.Text));
        Assert.Equal(1, written);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        writing = new();
        writing.SetException(new InvalidOperationException("The engine is away."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => readings.ReadAsync(Question, TimeSpan.Zero, Cancelled));
        writing = Done();
        await ReadAsync("2");
    }

    [Fact]
    public async Task What_took_long_serves_who_accepts_its_age_though_posts_came_in_and_nobody_else()
    {
        takes = TimeSpan.FromSeconds(40);
        await ReadAsync("1", HalfAnHour, 40);
        Revision++;
        time.Advance(TimeSpan.FromMinutes(5));
        await ReadAsync("1", HalfAnHour, 340);
        await ReadAsync("2", TimeSpan.FromMinutes(5), 40);
        Revision++;
        await ReadAsync("3", TimeSpan.Zero, 40);
    }

    [Fact]
    public async Task What_took_two_seconds_is_made_again_for_everybody()
    {
        takes = TimeSpan.FromSeconds(2);
        await ReadAsync("1", HalfAnHour, 2);
        Revision++;
        await ReadAsync("2", HalfAnHour, 2);
        Assert.Equal(2, await KeptReadyAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Behind_whom_an_answer_serves_that_rested_twenty_times_as_long_as_it_took_a_new_one_is_made()
    {
        takes = TimeSpan.FromSeconds(10);
        await ReadAsync("1", HalfAnHour, 10);
        Revision++;
        time.Advance(TimeSpan.FromSeconds(189));
        await ReadAsync("1", HalfAnHour, 199);
        Assert.Equal(1, written);
        time.Advance(TimeSpan.FromSeconds(1));
        takes = TimeSpan.Zero;
        writing = new();
        // Both get the old one at once, and one is being made; who accepts none waits for that one.
        await ReadAsync("1", HalfAnHour, 200);
        await ReadAsync("1", HalfAnHour, 200);
        var waiting = readings.ReadAsync(Question, TimeSpan.Zero, Cancelled);
        Assert.False(waiting.IsCompleted);
        writing.SetResult();
        Assert.Equal("2", (await waiting).Report.Sentences[0].Text);
    }

    [Fact]
    public async Task Nothing_serves_across_a_change_of_brands_or_targets_whatever_age_is_accepted()
    {
        takes = TimeSpan.FromSeconds(40);
        await ReadAsync("1", HalfAnHour, 40);
        registry.Take(registry.Now with { Version = 1 });
        await ReadAsync("2", HalfAnHour, 40);
        targets.Take(Targets);
        await ReadAsync("3", HalfAnHour, 40);
        Revision++;
        writing = new();
        var before = readings.ReadAsync(Question, TimeSpan.Zero, Cancelled);
        registry.Take(registry.Now with { Version = 2 });
        var after = readings.ReadAsync(Question, HalfAnHour, Cancelled);
        writing.SetResult();
        Assert.Equal(["4", "5"], new[] { await before, await after }.Select(shown => shown.Report.Sentences[0].Text));
    }

    [Fact]
    public async Task What_somebody_opened_is_kept_ready_for_a_day_whenever_posts_came_in_and_it_rested()
    {
        takes = TimeSpan.FromSeconds(10);
        await ReadAsync("1");
        // Ages grow where nothing comes in.
        Assert.Equal(1, await KeptReadyAsync(TimeSpan.FromMinutes(14)));
        Assert.Equal(2, await KeptReadyAsync(TimeSpan.FromMinutes(1)));
        Revision++;
        Assert.Equal(2, await KeptReadyAsync(TimeSpan.FromMinutes(3)));
        Assert.Equal(3, await KeptReadyAsync(TimeSpan.FromSeconds(20)));
        Revision++;
        await ReadAsync("3", HalfAnHour, 10);
        Revision++;
        Assert.Equal(4, await KeptReadyAsync(TimeSpan.FromHours(23)));
        Revision++;
        Assert.Equal(4, await KeptReadyAsync(TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task The_three_that_were_opened_last_are_made_one_after_the_other_and_none_beside_another()
    {
        takes = TimeSpan.FromSeconds(3);
        foreach (var brand in (string[])["a", "b", "c", "d"]) await readings.ReadAsync(Question with { Brand = brand }, TimeSpan.Zero, Cancelled);
        Revision++;
        time.Advance(TimeSpan.FromMinutes(2));
        writing = new();
        var round = readings.KeepReadyAsync(Cancelled);
        await readings.KeepReadyAsync(Cancelled);
        Assert.Equal(5, written);
        writing.SetResult();
        await round;
        Assert.Equal(7, written);
    }

    [Fact]
    public async Task What_cannot_be_made_again_leaves_the_older_one_and_is_tried_when_it_has_rested_again()
    {
        takes = TimeSpan.FromSeconds(10);
        await ReadAsync("1");
        Revision++;
        writing = new();
        writing.SetException(new InvalidOperationException("The engine is away."));
        Assert.Equal(2, await KeptReadyAsync(TimeSpan.FromMinutes(10)));
        Assert.Equal(2, await KeptReadyAsync(TimeSpan.FromMinutes(3)));
        await ReadAsync("1", HalfAnHour, 800);
        writing = Done();
        Assert.Equal(3, await KeptReadyAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task After_a_start_what_was_kept_ready_is_made_before_somebody_asks_and_what_nobody_opened_for_a_day_is_not()
    {
        takes = TimeSpan.FromSeconds(10);
        await readings.ReadAsync(Question, TimeSpan.Zero, Cancelled);
        takes = TimeSpan.FromSeconds(1);
        await readings.ReadAsync(Question with { Brand = "quick" }, TimeSpan.Zero, Cancelled);
        Assert.Equal([new(Question, Some.Instant, TimeSpan.FromSeconds(10))], readings.Wanted);

        var next = new ReportReadings(this, this, registry, targets, this, tiles, time, NullLogger<ReportReadings>.Instance);
        next.Want([.. readings.Wanted, new(Question with { Brand = "old" }, Some.Instant.AddDays(-1), TimeSpan.FromSeconds(10))]);
        takes = TimeSpan.FromSeconds(10);
        await next.KeepReadyAsync(Cancelled);
        Assert.Equal(3, written);
        Assert.Equal("3", (await next.ReadAsync(Question, HalfAnHour, Cancelled)).Report.Sentences[0].Text);
        Assert.Equal(3, written);
    }

    [Fact]
    public async Task A_period_that_ran_when_it_was_opened_is_ready_the_next_morning()
    {
        takes = TimeSpan.FromSeconds(10);
        var today = new DateTimeOffset(time.GetUtcNow().Date, TimeSpan.Zero);
        var opened = Question with { From = today.AddDays(-27), To = today.AddDays(1) };
        await readings.ReadAsync(opened, TimeSpan.Zero, Cancelled);
        time.Advance(today.AddDays(1).AddHours(1) - time.GetUtcNow());
        await readings.KeepReadyAsync(Cancelled);
        var tomorrow = await readings.ReadAsync(opened with { From = today.AddDays(-26), To = today.AddDays(2) }, HalfAnHour, Cancelled);
        Assert.Equal(("2", 2), (tomorrow.Report.Sentences[0].Text, written));
    }

    [Fact]
    public async Task With_a_report_that_is_made_again_its_details_are_there_as_of_its_instant()
    {
        takes = TimeSpan.FromSeconds(10);
        var first = (await readings.ReadAsync(Question, HalfAnHour, Cancelled)).Report;
        await DetailAsync(first);
        Assert.Equal(1, metrics.Asked);
        Revision++;
        Assert.Equal(2, await KeptReadyAsync(TimeSpan.FromMinutes(5)));
        Assert.Equal(2, metrics.Asked);
        var second = (await readings.ReadAsync(Question, HalfAnHour, Cancelled)).Report;
        Assert.True(second.AsOf > first.AsOf);
        Assert.Equal(second.AsOf, (await DetailAsync(second)).AsOf);
        // Who still looks at the older one has its details too.
        Assert.Equal(first.AsOf, (await DetailAsync(first)).AsOf);
        Assert.Equal(2, metrics.Asked);
    }

    [Fact]
    public async Task Details_that_cannot_be_made_hold_no_report_back()
    {
        takes = TimeSpan.FromSeconds(10);
        await DetailAsync((await readings.ReadAsync(Question, HalfAnHour, Cancelled)).Report);
        metrics.Fault = new InvalidOperationException("The engine is away.");
        Revision++;
        Assert.Equal(2, await KeptReadyAsync(TimeSpan.FromMinutes(5)));
        await ReadAsync("2", HalfAnHour, 10);
    }

    [Fact]
    public async Task Who_was_shown_a_report_gets_the_same_by_its_instant_and_nobody_gets_another_ones()
    {
        takes = TimeSpan.FromSeconds(10);
        var shown = (await readings.ReadAsync(Question, TimeSpan.Zero, Cancelled)).Report;
        Revision++;
        var again = await readings.ReadAsync(Question with { AsOf = shown.AsOf }, HalfAnHour, Cancelled);
        Assert.Equal(shown.Sentences, again.Report.Sentences);
        Assert.Equal(1, written);
        await readings.ReadAsync(Question with { AsOf = shown.AsOf.AddSeconds(-1) }, HalfAnHour, Cancelled);
        await readings.ReadAsync(Question with { AsOf = shown.AsOf }, TimeSpan.Zero, Cancelled);
        Assert.Equal(3, written);
    }

    async Task<EngagementReport> IReportWriter.WriteAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var (number, asOf) = (++written, question.AsOf ?? time.GetUtcNow());
        time.Advance(takes);
        await writing.Task;
        return SomeReport.Of(question, $"{number}") with { AsOf = asOf };
    }

    IAsyncEnumerable<FactRow> IFactReader.ReadAsync(FactQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<Annotation>> IAnnotations.ListAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Annotation>>([.. notes]);

    Task IAnnotations.AddAsync(Annotation annotation, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<Annotation?> IAnnotations.RemoveAsync(Guid id, CancellationToken cancellationToken) => throw new NotSupportedException();

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private async Task ReadAsync(string expected) => Assert.Equal(expected, (await readings.ReadAsync(Question, TimeSpan.Zero, Cancelled)).Report.Sentences[0].Text);

    private async Task ReadAsync(string expected, TimeSpan accepted, int age)
    {
        var shown = await readings.ReadAsync(Question, accepted, Cancelled);
        Assert.Equal((expected, TimeSpan.FromSeconds(age)), (shown.Report.Sentences[0].Text, shown.Age));
    }

    private Task<TileAnswer> DetailAsync(EngagementReport report) => tiles.ReadAsync(
        new("report", "volume", new() { From = $"{report.From:yyyy-MM-ddTHH:mm:ss.fffZ}", To = $"{report.To:O}", AsOf = $"{report.AsOf:O}" }, new Sight(false)), Tile, HalfAnHour, Cancelled);

    // How many were written by then.
    private async Task<int> KeptReadyAsync(TimeSpan later)
    {
        time.Advance(later);
        await readings.KeepReadyAsync(Cancelled);
        return written;
    }
}
