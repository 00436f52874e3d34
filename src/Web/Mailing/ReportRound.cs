using Listening.Access;
using Listening.Brands;
using Listening.Desk.Reporting;
using Listening.Measuring;
using Listening.Reporting;
using Listening.Reporting.Sending;
using Listening.Web.Alerts;

namespace Listening.Web.Mailing;

/// <summary>Writes the reports that are due, each once, and sends those that wait.</summary>
public sealed partial class ReportRound(
    ReportSchedules schedules, ReportOutbox outbox, ReportShelf shelf, ReportPost post, SourcesRead read, CurrentRegistry registry, IReportWriter writer, TimeProvider time, ILogger<ReportRound> logger) : IReportRound
{
    /// <inheritdoc/>
    public async Task GoAsync(CancellationToken cancellationToken)
    {
        foreach (var schedule in await schedules.ListAsync(cancellationToken))
            try
            {
                if (schedule.Enabled) await WriteAsync(schedule, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The others are written; this one is tried again at the next round.
                LogUnwritten(logger, schedule.Id, failure);
            }

        await SendAsync(cancellationToken);
    }

    /// <summary>Writes and keeps a report for <paramref name="recipients"/> (null is the webhook); it is sent at the next round. Throws <see cref="MetricQuestionException"/>.</summary>
    public async Task<StoredReport> WriteAsync(ReportQuestion question, string by, IReadOnlyList<ReportFormat> formats, IReadOnlyList<string?> recipients, CancellationToken cancellationToken)
    {
        var report = await MakeAsync(question, by, cancellationToken) with { Formats = formats };
        await outbox.AddAsync(report, null, recipients, cancellationToken);
        return report;
    }

    // Of all the turns that were missed, the newest.
    private async Task WriteAsync(ReportSchedule schedule, CancellationToken cancellationToken)
    {
        var reads = registry.Now;
        var turn = ReportTurn.Newest(schedule.Cadence, schedule.Hour, reads.Zone, reads.WeekStart, time.GetUtcNow());
        var key = ReportOutbox.Turn(schedule.Id, turn.From);
        if (turn.Due <= schedule.Since || await outbox.HasAsync(key, cancellationToken) || !await read.SinceAsync(turn.To, cancellationToken)) return;
        var report = await MakeAsync(new(schedule.Brand, turn.From, turn.To, schedule.Comparison), $"the {Word(schedule.Cadence)} schedule", cancellationToken) with
        {
            Schedule = schedule.Id, Formats = schedule.Formats,
        };
        await outbox.AddAsync(report, key, Recipients(schedule), cancellationToken);
    }

    private async Task<StoredReport> MakeAsync(ReportQuestion question, string by, CancellationToken cancellationToken)
    {
        var content = await writer.WriteAsync(question, cancellationToken);
        return new(Guid.NewGuid(), time.GetUtcNow(), by, question with { AsOf = content.AsOf }, content);
    }

    /// <summary>Whom a schedule's reports go to; null is the webhook.</summary>
    internal static IReadOnlyList<string?> Recipients(ReportSchedule schedule) => schedule.Webhook ? [.. schedule.Recipients, null] : [.. schedule.Recipients];

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        (StoredReport Report, ReportMail? Mail)? ready = null;
        foreach (var message in await outbox.PendingAsync(time.GetUtcNow(), cancellationToken))
        {
            // What settings no longer have a way for waits until there is one again.
            if (message.To is null ? !post.HasWebhook : !post.HasMail) continue;
            if (ready?.Report.Id != message.Report) ready = (await shelf.FindAsync(message.Report, cancellationToken) ?? throw new InvalidOperationException("A message has no report."), null);
            var (report, mail) = ready.Value;
            if (message.To is not null && mail is null) ready = (report, mail = await post.PrepareAsync(report, cancellationToken));
            if (await outbox.BeginAsync(message.Id, time.GetUtcNow(), cancellationToken)) await SendAsync(report, mail, message, cancellationToken);
        }
    }

    private async Task SendAsync(StoredReport report, ReportMail? mail, ReportMessage message, CancellationToken cancellationToken)
    {
        var (problem, perhaps) = ((string?)null, false);
        try
        {
            if (message.To is not null) await post.MailAsync(mail!, message, cancellationToken);
            // Whether the other side had read it before it failed is not known.
            else (problem, perhaps) = (await post.CallAsync(report, message, cancellationToken), true);
        }
        catch (MailUnsentException unsent)
        {
            (problem, perhaps) = (unsent.Message, unsent.Perhaps);
        }
        catch (SecretUnreadableException unreadable)
        {
            (problem, perhaps) = (unreadable.Message, false);
        }

        if (problem is null)
        {
            // It has arrived: that is noted also when the program is just ending.
            await outbox.SentAsync(message.Id, time.GetUtcNow(), CancellationToken.None);
            return;
        }

        LogUnsent(logger, message.Report, problem);
        await outbox.UnsentAsync(message.Id, problem, perhaps, time.GetUtcNow(), CancellationToken.None);
    }

    private static string Word(ReportCadence cadence) => cadence switch { ReportCadence.Daily => "daily", ReportCadence.Weekly => "weekly", _ => "monthly" };

    [LoggerMessage(EventId = 5313, Level = LogLevel.Error, Message = "The report of schedule {Schedule} could not be written and is tried again within a minute")]
    private static partial void LogUnwritten(ILogger logger, Guid schedule, Exception exception);

    [LoggerMessage(EventId = 5314, Level = LogLevel.Warning, Message = "The report {Report} could not be sent to one of its addresses and is tried again: {Reason}")]
    private static partial void LogUnsent(ILogger logger, Guid report, string reason);
}
