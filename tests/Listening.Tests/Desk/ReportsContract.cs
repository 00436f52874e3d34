using Listening.Access;
using Listening.Desk.Reporting;
using Listening.Reporting;
using Listening.Reporting.Sending;
using Listening.Tests.Reporting;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What schedules, sent reports, messages and links do, whatever the database.</summary>
public abstract class ReportsContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly Actor Ana = new("ana@example.com", "10.0.0.7");
    private ReportSchedules schedules = null!;
    private ReportOutbox outbox = null!;
    private ReportShelf shelf = null!;
    private ReportLinks links = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => desk.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        (schedules, outbox, shelf, links) = (new(desk.Store, desk.Time), new(desk.Store), new(desk.Store), new(desk.Store, desk.Time));
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_schedule_is_kept_changed_and_forgotten_and_the_log_says_by_whom()
    {
        var kept = await schedules.AddAsync(Schedule(), Ana, Cancelled);
        var changed = await schedules.ChangeAsync(kept.Id, before => before with { Hour = 7, Recipients = ["a@example.com", "b@example.com"], Formats = [ReportFormat.Pdf] }, Ana, Cancelled);
        Assert.Equivalent(changed, Assert.Single(await schedules.ListAsync(Cancelled)), strict: true);
        Assert.Equal(["a@example.com", "b@example.com"], changed!.Recipients);
        Assert.True(await schedules.RemoveAsync(kept.Id, Ana, Cancelled));
        Assert.False(await schedules.RemoveAsync(kept.Id, Ana, Cancelled));
        Assert.Null(await schedules.ChangeAsync(kept.Id, before => before, Ana, Cancelled));
        var log = await desk.Store.ReadAsync(context => Task.FromResult(context.Audit.OrderBy(row => row.Id).Select(row => $"{row.Action} {row.Actor}").ToList()), Cancelled);
        Assert.Equal(["report-schedule.add ana@example.com", "report-schedule.change ana@example.com", "report-schedule.remove ana@example.com"], log);
    }

    [Fact]
    public async Task The_report_of_a_turn_is_written_once_and_reads_as_it_was_written()
    {
        var schedule = await schedules.AddAsync(Schedule(), Ana, Cancelled);
        var (report, turn) = (Report() with { Schedule = schedule.Id }, ReportOutbox.Turn(schedule.Id, Now));
        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new ReportOutbox(desk.Another()).AddAsync(report with { Id = Guid.NewGuid() }, turn, ["a@example.com", null], Cancelled)));
        Assert.Single(written, true);
        var entry = Assert.Single(await shelf.ListAsync(null, 10, Cancelled));
        Assert.Equal((report.Content.Sentences[0].Text, 2), (entry.Headline, entry.Messages.Count));
        Assert.Equal(ReportJson.Write(report.Content), ReportJson.Write((await shelf.FindAsync(entry.Id, Cancelled))!.Content));
        Assert.Equal(report.Question, (await shelf.FindAsync(entry.Id, Cancelled))!.Question);
        Assert.Equal(2, (await outbox.PendingAsync(Now, Cancelled)).Count);
    }

    [Fact]
    public async Task A_schedule_that_was_forgotten_while_its_report_was_written_sends_nothing()
    {
        Assert.False(await outbox.AddAsync(Report() with { Schedule = Guid.NewGuid() }, "gone 1", ["a@example.com"], Cancelled));
        Assert.Empty(await shelf.ListAsync(null, 10, Cancelled));
    }

    [Fact]
    public async Task Killed_after_any_write_a_message_is_sent_again_as_the_same_and_is_then_said_to_have_come_perhaps_twice()
    {
        await outbox.AddAsync(Report(), null, ["a@example.com"], Cancelled);
        var first = Assert.Single(await outbox.PendingAsync(Now, Cancelled));
        Assert.Equal(ReportMessageState.Waiting, first.State);

        // Killed before it was begun: nothing can have arrived.
        Assert.True(await outbox.BeginAsync(first.Id, Now, Cancelled));
        Assert.Equal(ReportMessageState.Sending, await StateAsync());

        // Killed after it was begun, whatever became of it: another process takes it up.
        var other = new ReportOutbox(desk.Another());
        var again = Assert.Single(await other.PendingAsync(Now, Cancelled));
        Assert.Equal((first.Id, first.At, first.To), (again.Id, again.At, again.To));
        Assert.True(await other.BeginAsync(again.Id, Now, Cancelled));
        await other.SentAsync(again.Id, Now, Cancelled);
        Assert.Equal(ReportMessageState.PerhapsTwice, await StateAsync());

        // Killed after it was noted: nothing is sent any more.
        Assert.Empty(await outbox.PendingAsync(Now.AddDays(1), Cancelled));
        Assert.False(await outbox.BeginAsync(first.Id, Now, Cancelled));
    }

    [Theory]
    [InlineData(false, ReportMessageState.Sent)]
    [InlineData(true, ReportMessageState.PerhapsTwice)]
    public async Task What_the_server_refused_came_once_and_what_it_left_unsaid_perhaps_twice(bool perhaps, ReportMessageState said)
    {
        await outbox.AddAsync(Report(), null, ["a@example.com"], Cancelled);
        var message = Assert.Single(await outbox.PendingAsync(Now, Cancelled));
        await outbox.BeginAsync(message.Id, Now, Cancelled);
        await outbox.UnsentAsync(message.Id, "no answer", perhaps, Now, Cancelled);
        Assert.Empty(await outbox.PendingAsync(Now, Cancelled));
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("no answer", Assert.Single(await outbox.PendingAsync(Now, Cancelled)).Problem);
        await outbox.BeginAsync(message.Id, Now, Cancelled);
        await outbox.SentAsync(message.Id, Now, Cancelled);
        Assert.Equal(said, await StateAsync());
    }

    [Fact]
    public async Task After_three_days_of_failures_a_message_is_given_up()
    {
        await outbox.AddAsync(Report(), null, ["a@example.com"], Cancelled);
        var message = Assert.Single(await outbox.PendingAsync(Now, Cancelled));
        desk.Time.Advance(ReportOutbox.Patience);
        await outbox.BeginAsync(message.Id, Now, Cancelled);
        await outbox.UnsentAsync(message.Id, "no answer", false, Now, Cancelled);
        Assert.Equal(ReportMessageState.Failed, await StateAsync());
        Assert.Empty(await outbox.PendingAsync(Now.AddDays(1), Cancelled));
    }

    [Fact]
    public async Task A_link_opens_its_report_until_it_expires_or_is_taken_back_and_its_token_is_not_kept()
    {
        var report = Report();
        await outbox.AddAsync(report, null, [], Cancelled);
        Assert.Null(await links.CreateAsync(Guid.NewGuid(), TimeSpan.FromDays(1), Ana, Cancelled));
        var (brief, shortToken) = (await links.CreateAsync(report.Id, TimeSpan.FromDays(1), Ana, Cancelled))!.Value;
        var (lasting, longToken) = (await links.CreateAsync(report.Id, TimeSpan.FromDays(30), Ana, Cancelled))!.Value;
        Assert.Equal(report.Id, (await links.OpenAsync(shortToken, Cancelled))!.Id);
        Assert.Equal(Now, (await links.ListAsync(report.Id, Cancelled)).Single(link => link.Id == brief.Id).LastOpened);
        Assert.Null(await links.OpenAsync(shortToken[..^1], Cancelled));
        desk.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await links.OpenAsync(shortToken, Cancelled));
        Assert.NotNull(await links.OpenAsync(longToken, Cancelled));
        Assert.False(await links.RevokeAsync(Guid.NewGuid(), lasting.Id, Ana, Cancelled));
        Assert.True(await links.RevokeAsync(report.Id, lasting.Id, Ana, Cancelled));
        Assert.False(await links.RevokeAsync(report.Id, lasting.Id, Ana, Cancelled));
        Assert.Null(await links.OpenAsync(longToken, Cancelled));
        var log = await desk.Store.ReadAsync(context => Task.FromResult(context.Audit.OrderBy(row => row.Id).ToList()), Cancelled);
        Assert.Equal(["report-link.create", "report-link.create", "report-link.revoke"], log.Select(row => row.Action));
        Assert.DoesNotContain(log, row => row.After!.Contains(longToken, StringComparison.Ordinal) || row.After.Contains(shortToken, StringComparison.Ordinal));
    }

    private async Task<ReportMessageState> StateAsync() => Assert.Single(Assert.Single(await shelf.ListAsync(null, 10, Cancelled)).Messages).State;

    private ReportSchedule Schedule() => new()
    {
        Id = Guid.NewGuid(), Brand = "Acme", Cadence = ReportCadence.Weekly, Hour = 8, Recipients = ["a@example.com"], Formats = [ReportFormat.Csv], Webhook = true,
        Comparison = ReportComparison.Baseline, Enabled = true, Since = Now, By = "ana@example.com",
    };

    private StoredReport Report()
    {
        var question = new ReportQuestion("Acme", Now.AddDays(-7), Now) { AsOf = Now };
        return new(Guid.NewGuid(), Now, "ana@example.com", question, SomeReport.Of(question)) { Formats = [ReportFormat.Csv] };
    }
}
