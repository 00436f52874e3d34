using System.Globalization;
using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Listening.Reporting.Sending;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Reporting;

/// <summary>Links that open one stored report without signing in, until they expire or are taken back. Every change is in the audit log.</summary>
public sealed class ReportLinks(DeskStore store, TimeProvider time)
{
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    /// <summary>Makes a link with its token, which nobody learns again; null when there is no such report.</summary>
    public Task<(ReportLink Link, string Token)?> CreateAsync(Guid report, TimeSpan lifetime, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync<(ReportLink, string)?>(
            async desk =>
            {
                if (!await desk.Reports.AnyAsync(row => row.Id == report, cancellationToken)) return null;
                var (now, token) = (time.GetUtcNow(), Secret.New());
                var row = new ReportLinkRow { Id = Guid.NewGuid(), ReportId = report, Hash = Secret.Hash(token), CreatedAt = now, By = by.Name, Expires = now + lifetime };
                desk.ReportLinks.Add(row);
                desk.Audit.Add(Entry("report-link.create", row, now, by));
                return (row.Read(), token);
            },
            cancellationToken);
    }

    /// <summary>All links of a report, the newest first.</summary>
    public async Task<IReadOnlyList<ReportLink>> ListAsync(Guid report, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(desk => desk.ReportLinks.Where(row => row.ReportId == report).OrderByDescending(row => row.CreatedAt).ToListAsync(cancellationToken), cancellationToken);
        return rows.ConvertAll(row => row.Read());
    }

    /// <summary>Takes a link back; false when the report has none of this id that is not taken back.</summary>
    public Task<bool> RevokeAsync(Guid report, Guid id, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(
            async desk =>
            {
                var now = time.GetUtcNow();
                if (await desk.ReportLinks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.ReportId == report && row.Revoked == null, cancellationToken) is not { } link) return false;
                desk.ReportLinks.Update(link with { Revoked = now });
                desk.Audit.Add(Entry("report-link.revoke", link, now, by));
                return true;
            },
            cancellationToken);
    }

    /// <summary>The report that a token opens now; null when it is unknown, expired or taken back.</summary>
    public async Task<StoredReport?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        var hash = Secret.Hash(token);
        var found = await store.ReadAsync(
            desk => desk.ReportLinks.Where(link => link.Hash == hash && link.Revoked == null && link.Expires > now)
                .Join(desk.Reports, link => link.ReportId, report => report.Id, (link, report) => new { link, report }).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (found is null) return null;
        var before = now - Noted;
        if (found.link.LastOpened is null || found.link.LastOpened < before)
            await store.WriteAsync(
                desk => desk.ReportLinks.Where(link => link.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(link => link.LastOpened, now), cancellationToken), cancellationToken);
        return found.report.Read([]);
    }

    private static AuditRow Entry(string action, ReportLinkRow link, DateTimeOffset now, Actor by) => AuditRow.Of(new AuditEntry(
        now, by.Name, action, link.ReportId.ToString("D", CultureInfo.InvariantCulture), null,
        string.Create(CultureInfo.InvariantCulture, $"link {link.Id:D}, good until {link.Expires.UtcDateTime:yyyy-MM-dd HH:mm} UTC"), by.Address));
}
