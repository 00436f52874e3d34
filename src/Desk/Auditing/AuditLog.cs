using Listening.Access;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Auditing;

/// <summary>The audit log in the relational store. There is no way here to change or remove an entry, and the database refuses one.</summary>
public sealed class AuditLog(DeskStore store) : IAuditLog
{
    /// <inheritdoc/>
    public Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        store.WriteAsync(desk => Task.FromResult(desk.Audit.Add(AuditRow.Of(entry)).Entity), cancellationToken);

    /// <summary>Entries, newest first.</summary>
    public Task<List<AuditRow>> ReadAsync(AuditQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return store.ReadAsync(
            desk =>
            {
                var rows = desk.Audit.AsQueryable();
                if (question.Before is { } before) rows = rows.Where(row => row.Id < before);
                if (question.Text is { Length: > 0 } text)
                {
                    var pattern = $"%{Escaped(text.ToUpperInvariant())}%";
                    rows = rows.Where(row => EF.Functions.Like(row.Actor.ToUpper(), pattern, "\\")
                        || EF.Functions.Like(row.Action.ToUpper(), pattern, "\\") || EF.Functions.Like(row.Subject.ToUpper(), pattern, "\\"));
                }

                return rows.OrderByDescending(row => row.Id).Take(question.Limit).ToListAsync(cancellationToken);
            },
            cancellationToken);
    }

    private static string Escaped(string text) => text.Replace("\0", "", StringComparison.Ordinal)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
