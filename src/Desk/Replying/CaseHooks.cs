using Listening.Access;
using Listening.Cases.Hooking;
using Listening.Desk.Auditing;
using Listening.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Replying;

/// <summary>
/// Where what happens to cases is sent, and how far it has come: a mark in the history, so that nothing is left out and a crash sends a line twice at the most. Among processes one
/// sends at a time.
/// </summary>
public sealed class CaseHooks(DeskStore store, TimeProvider time)
{
    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>The webhook; null when there is none.</summary>
    public Task<CaseHook?> ReadAsync(CancellationToken cancellationToken) => store.ReadAsync(desk => desk.CaseHooks.SingleOrDefaultAsync(cancellationToken), cancellationToken);

    /// <summary>Sends what happens from now on to <paramref name="url"/>; one that was set before goes on from where it was.</summary>
    public Task<CaseHook> SetAsync(string url, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(
            async desk =>
            {
                var before = await desk.CaseHooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
                var cursor = before?.Cursor ?? await desk.CaseEvents.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0;
                var hook = new CaseHook { Url = url, Cursor = cursor, Next = time.GetUtcNow(), TakenAt = before?.TakenAt };
                if (before is null) desk.CaseHooks.Add(hook);
                else desk.CaseHooks.Update(hook);
                desk.Audit.Add(Entry("case-webhook.set", before?.Url, url, by));
                return hook;
            },
            cancellationToken);
    }

    /// <summary>Sends nothing any more; false when nothing was sent anyway.</summary>
    public Task<bool> RemoveAsync(Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(
            async desk =>
            {
                if (await desk.CaseHooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } before) return false;
                await desk.CaseHooks.ExecuteDeleteAsync(cancellationToken);
                desk.Audit.Add(Entry("case-webhook.remove", before.Url, null, by));
                return true;
            },
            cancellationToken);
    }

    /// <summary>Takes the next lines that are to be sent, for two minutes; null when there are none, or another process has them, or it is not time yet.</summary>
    public async Task<(CaseHook Hook, IReadOnlyList<CaseEventRow> Lines)?> TakeAsync(CancellationToken cancellationToken)
    {
        if (!await store.ReadAsync(desk => Due(desk).AnyAsync(hook => desk.CaseEvents.Any(row => row.Id > hook.Cursor), cancellationToken), cancellationToken)) return null;
        return await store.WriteAsync<(CaseHook, IReadOnlyList<CaseEventRow>)?>(
            async desk =>
            {
                if (await Due(desk).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } hook) return null;
                var lines = await desk.CaseEvents.AsNoTracking().Where(row => row.Id > hook.Cursor).OrderBy(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
                // To the millisecond, as both databases keep it: it is compared later.
                var taken = hook with { Next = CaseTurn.After(null, time.GetUtcNow()) + Lease };
                desk.CaseHooks.Update(taken);
                return (taken, lines);
            },
            cancellationToken);
    }

    /// <summary>Writes down how far it came; <paramref name="failure"/> is why not further, null when all was taken. After three days of failures, or when it is gone for good, it stands still.</summary>
    public Task SettleAsync(CaseHook taken, long cursor, string? failure, bool gone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        return store.WriteAsync(
            async desk =>
            {
                // An admin has set it anew meanwhile, or another process has it.
                if (await desk.CaseHooks.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } hook || hook.Next != taken.Next || hook.Url != taken.Url) return false;
                var now = time.GetUtcNow();
                var moved = hook with { Cursor = cursor, TakenAt = cursor > hook.Cursor ? now : hook.TakenAt };
                desk.CaseHooks.Update(failure is null
                    ? moved with { Next = now, Failures = 0, FailingSince = null, Reason = null }
                    : Failed(cursor > hook.Cursor ? moved with { Failures = 0, FailingSince = null } : moved, failure, gone, now));
                return true;
            },
            cancellationToken);
    }

    private static CaseHook Failed(CaseHook hook, string failure, bool gone, DateTimeOffset now)
    {
        var (failures, since) = (hook.Failures + 1, hook.FailingSince ?? now);
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 12)));
        return hook with { Failures = failures, FailingSince = since, Reason = failure, Next = gone || now - since > Patience ? null : now + (wait < LongestWait ? wait : LongestWait) };
    }

    private IQueryable<CaseHook> Due(DeskContext desk)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return desk.CaseHooks.Where(hook => hook.Next != null && hook.Next <= now);
    }

    private AuditRow Entry(string action, string? before, string? after, Actor by) => AuditRow.Of(new AuditEntry(time.GetUtcNow(), by.Name, action, "case-webhook", before, after, by.Address));
}
