using Listening.Access;
using Listening.Cases.Replying;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Replying;

/// <summary>Answers kept for use again; every change is in the audit log.</summary>
public sealed class CannedReplies(DeskStore store, TimeProvider time)
{
    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await store.ReadAsync(desk => desk.CannedReplies.ToListAsync(cancellationToken), cancellationToken)).OrderBy(row => row.Name, StringComparer.Ordinal)];

    /// <summary>Keeps one more; null when another one has its name.</summary>
    public Task<CannedReply?> AddAsync(string name, string text, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync<CannedReply?>(
            async desk =>
            {
                if (await desk.CannedReplies.AnyAsync(row => row.Name == name, cancellationToken)) return null;
                var added = new CannedReply(Guid.NewGuid(), name, text);
                desk.CannedReplies.Add(added);
                desk.Audit.Add(Entry("canned-reply.add", name, null, text, by));
                return added;
            },
            cancellationToken);
    }

    /// <summary>Changes one: with what is null left as it is. False when another one has the name; null when there is none.</summary>
    public Task<bool?> ChangeAsync(Guid id, string? name, string? text, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync<bool?>(
            async desk =>
            {
                if (await desk.CannedReplies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } before) return null;
                var next = before with { Name = name ?? before.Name, Text = text ?? before.Text };
                if (await desk.CannedReplies.AnyAsync(row => row.Name == next.Name && row.Id != id, cancellationToken)) return false;
                desk.CannedReplies.Update(next);
                desk.Audit.Add(Entry("canned-reply.change", before.Name, Told(before), Told(next), by));
                return true;
            },
            cancellationToken);
    }

    /// <summary>Forgets one; false when there is none.</summary>
    public Task<bool> RemoveAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(
            async desk =>
            {
                if (await desk.CannedReplies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } before) return false;
                await desk.CannedReplies.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
                desk.Audit.Add(Entry("canned-reply.remove", before.Name, before.Text, null, by));
                return true;
            },
            cancellationToken);
    }

    private static string Told(CannedReply reply) => $"{reply.Name}: {reply.Text}";

    private AuditRow Entry(string action, string name, string? before, string? after, Actor by) => AuditRow.Of(new AuditEntry(time.GetUtcNow(), by.Name, action, name, before, after, by.Address));
}
