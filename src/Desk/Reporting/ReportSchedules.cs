using System.Globalization;
using Listening.Access;
using Listening.Desk.Auditing;
using Listening.Reporting.Sending;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Reporting;

/// <summary>Reports that are sent by themselves; every change is in the audit log.</summary>
public sealed class ReportSchedules(DeskStore store, TimeProvider time)
{
    /// <summary>All of them, by the time since which they are sent.</summary>
    public async Task<IReadOnlyList<ReportSchedule>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(desk => desk.ReportSchedules.OrderBy(row => row.Since).ThenBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);
        return rows.ConvertAll(row => row.Read());
    }

    /// <summary>One of them; null when there is none of this id.</summary>
    public async Task<ReportSchedule?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await store.ReadAsync(desk => desk.ReportSchedules.SingleOrDefaultAsync(row => row.Id == id, cancellationToken), cancellationToken))?.Read();

    /// <summary>Keeps one more.</summary>
    public Task<ReportSchedule> AddAsync(ReportSchedule schedule, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return store.WriteAsync(
            desk =>
            {
                desk.ReportSchedules.Add(ReportScheduleRow.Of(schedule));
                desk.Audit.Add(Entry("report-schedule.add", schedule.Id, null, Told(schedule), by));
                return Task.FromResult(schedule);
            },
            cancellationToken);
    }

    /// <summary>Changes one; null when there is none of this id.</summary>
    public Task<ReportSchedule?> ChangeAsync(Guid id, Func<ReportSchedule, ReportSchedule> change, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return store.WriteAsync(
            async desk =>
            {
                if (await desk.ReportSchedules.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row) return null;
                var (before, next) = (row.Read(), change(row.Read()));
                desk.ReportSchedules.Update(ReportScheduleRow.Of(next));
                desk.Audit.Add(Entry("report-schedule.change", id, Told(before), Told(next), by));
                return next;
            },
            cancellationToken);
    }

    /// <summary>Forgets one, not what it sent; false when there is none of this id.</summary>
    public Task<bool> RemoveAsync(Guid id, Actor by, CancellationToken cancellationToken) => store.WriteAsync(
        async desk =>
        {
            if (await desk.ReportSchedules.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } before) return false;
            await desk.ReportSchedules.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
            desk.Audit.Add(Entry("report-schedule.remove", id, Told(before.Read()), null, by));
            return true;
        },
        cancellationToken);

    private static string Told(ReportSchedule schedule) => ReportJson.Write(schedule);

    private AuditRow Entry(string action, Guid id, string? before, string? after, Actor by) =>
        AuditRow.Of(new AuditEntry(time.GetUtcNow(), by.Name, action, id.ToString("D", CultureInfo.InvariantCulture), before, after, by.Address));
}
