using Listening.Reporting.Sending;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Reporting;

/// <summary>
/// Reports on their way. A report and its messages are written in one transaction, once a schedule and period. That a message is begun is written before it is
/// sent, that it arrived after it: so a crash at any instant sends it again, with the same id, and it is known that it may have arrived before.
/// </summary>
public sealed class ReportOutbox(DeskStore store)
{
    /// <summary>How long a message is tried.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>What names a period of a schedule.</summary>
    public static string Turn(Guid schedule, DateTimeOffset from) => FormattableString.Invariant($"{schedule:n} {from.ToUnixTimeSeconds()}");

    /// <summary>Whether the report of this turn is written.</summary>
    public Task<bool> HasAsync(string turn, CancellationToken cancellationToken) =>
        store.ReadAsync(desk => desk.Reports.AnyAsync(row => row.Turn == turn, cancellationToken), cancellationToken);

    /// <summary>
    /// Keeps a report, with a message to each of <paramref name="recipients"/> (null is the webhook). False when the one of its <paramref name="turn"/> is kept already, or its schedule is gone.
    /// </summary>
    public Task<bool> AddAsync(StoredReport report, string? turn, IReadOnlyList<string?> recipients, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(recipients);
        return store.WriteAsync(
            async desk =>
            {
                if (turn is not null && (await desk.Reports.AnyAsync(row => row.Turn == turn, cancellationToken)
                    || !await desk.ReportSchedules.AnyAsync(row => row.Id == report.Schedule && row.Enabled, cancellationToken))) return false;
                desk.Reports.Add(SentReportRow.Of(report, turn));
                desk.ReportMessages.AddRange(recipients.Select(to => new ReportMessageRow
                {
                    Id = Guid.NewGuid(), ReportId = report.Id, Recipient = to, At = report.MadeAt, NotBefore = report.MadeAt,
                }));
                return true;
            },
            cancellationToken);
    }

    /// <summary>Messages that have to be sent now, the oldest first.</summary>
    public async Task<IReadOnlyList<ReportMessage>> PendingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            desk => desk.ReportMessages.Where(row => row.SentAt == null && row.FailedAt == null && row.NotBefore <= now).OrderBy(row => row.At).ThenBy(row => row.Id).Take(200).ToListAsync(cancellationToken),
            cancellationToken);
        return rows.ConvertAll(row => row.Read());
    }

    /// <summary>Notes that it is begun to be sent; false when somebody else sent it meanwhile.</summary>
    public Task<bool> BeginAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAsync(
        id, row => row.SentAt is not null || row.FailedAt is not null ? null : row with { Begun = now, Tries = row.Tries + 1, Perhaps = row.Perhaps || row.Begun is not null }, cancellationToken);

    /// <summary>Notes that it arrived.</summary>
    public Task SentAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(id, row => row with { SentAt = now, Begun = null, Problem = null }, cancellationToken);

    /// <summary>Notes why it did not arrive, or, with <paramref name="perhaps"/>, may not have: it is tried again ever later, for three days.</summary>
    public Task UnsentAsync(Guid id, string problem, bool perhaps, DateTimeOffset now, CancellationToken cancellationToken) => ChangeAsync(
        id,
        row => row with
        {
            Begun = null, Problem = problem, Perhaps = row.Perhaps || perhaps, NotBefore = now + RetryDelay.After(row.Tries - 1), FailedAt = now - row.At >= Patience ? now : null,
        },
        cancellationToken);

    // Null leaves it as it is.
    private Task<bool> ChangeAsync(Guid id, Func<ReportMessageRow, ReportMessageRow?> change, CancellationToken cancellationToken) => store.WriteAsync(
        async desk =>
        {
            if (change(await desk.ReportMessages.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken)) is not { } next) return false;
            desk.ReportMessages.Update(next);
            return true;
        },
        cancellationToken);
}
