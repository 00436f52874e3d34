using Listening.Brands;
using Listening.Calendars;
using Listening.Reporting;
using Listening.Storing;
using Listening.Tests.Reporting;
using Listening.Web.Reporting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web.Reporting;

/// <summary>One answer for all viewers, until anything that it was made of changes.</summary>
public sealed class ReportReadingsTests : IReportWriter, IFactReader, IAnnotations
{
    private static readonly ReportQuestion Question = new("Acme", Some.Instant.AddDays(-28), Some.Instant);
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly CurrentRegistry registry = new(new BrandRegistry([]));
    private readonly CurrentTargets targets = new();
    private readonly List<Annotation> notes = [];
    private readonly ReportReadings readings;
    private TaskCompletionSource writing = Done();
    private int written;

    public ReportReadingsTests() => readings = new(this, this, registry, targets, this, time);

    public long Revision { get; private set; } = 1;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_viewers_at_once_are_one_evaluation()
    {
        writing = new();
        var viewers = Enumerable.Range(0, 20).Select(_ => readings.ReadAsync(Question, Cancelled)).ToList();
        writing.SetResult();
        Assert.All(await Task.WhenAll(viewers), report => Assert.Equal("1", report.Sentences[0].Text));
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
        targets.Take(new([new(1, Some.Instant, Some.Instant, "ana", "", TargetsContent.Empty)], TimeSpan.FromHours(1)));
        await ReadAsync("4");
        await ReadAsync("4");
    }

    [Fact]
    public async Task What_was_written_at_a_date_is_told_at_once()
    {
        Assert.Empty((await readings.ReadAsync(Question, Cancelled)).Annotations);
        notes.Add(new(Guid.NewGuid(), new(2026, 1, 1), "A new telephone system.", "ana", Some.Instant));
        Assert.Equal(["A new telephone system."], (await readings.ReadAsync(Question, Cancelled)).Annotations.Select(note => note.Text));
        Assert.Equal(1, written);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        writing = new();
        writing.SetException(new InvalidOperationException("The engine is away."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => readings.ReadAsync(Question, Cancelled));
        writing = Done();
        await ReadAsync("2");
    }

    async Task<EngagementReport> IReportWriter.WriteAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var number = ++written;
        await writing.Task;
        return SomeReport.Of(question, $"{number}");
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

    private async Task ReadAsync(string expected) => Assert.Equal(expected, (await readings.ReadAsync(Question, Cancelled)).Sentences[0].Text);
}
