using Listening.Reporting;
using Listening.Reporting.Sending;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Reporting;

/// <summary>Reports as they were sent.</summary>
public sealed class ReportShelf(DeskStore store) : ISentReports
{
    /// <summary>The newest, those before <paramref name="before"/> where that is said.</summary>
    public async Task<IReadOnlyList<ReportEntry>> ListAsync(long? before, int limit, CancellationToken cancellationToken)
    {
        // Without their content, which is long.
        var rows = await store.ReadAsync(
            desk => desk.Reports.Where(row => before == null || row.Number < before).OrderByDescending(row => row.Number).Take(limit)
                .Select(row => new { row.Number, row.Id, row.Brand, row.From, row.To, row.MadeAt, row.By, row.Headline, row.ScheduleId }).ToListAsync(cancellationToken),
            cancellationToken);
        var ids = rows.ConvertAll(row => row.Id);
        var messages = (await store.ReadAsync(desk => desk.ReportMessages.Where(row => ids.Contains(row.ReportId)).OrderBy(row => row.Recipient).ToListAsync(cancellationToken), cancellationToken))
            .ToLookup(row => row.ReportId, row => row.Read());
        return rows.ConvertAll(row => new ReportEntry(row.Number, row.Id, row.Brand, row.From, row.To, row.MadeAt, row.By, row.Headline, row.ScheduleId, [.. messages[row.Id]]));
    }

    /// <summary>One of them; null when there is none of this id.</summary>
    public async Task<StoredReport?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await store.ReadAsync(desk => desk.Reports.SingleOrDefaultAsync(row => row.Id == id, cancellationToken), cancellationToken);
        return row?.Read(await store.ReadAsync(desk => desk.ReportMessages.Where(message => message.ReportId == id).OrderBy(message => message.Recipient).ToListAsync(cancellationToken), cancellationToken));
    }

    async Task<SentReport?> ISentReports.FindAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } found ? new(found.Id, found.MadeAt, found.Content) { WithInternal = found.Question.WithInternal } : null;
}
