using Listening.Access;

namespace Listening.Desk.Auditing;

/// <summary>An entry of the audit log as the database has it. Triggers refuse to change or remove one.</summary>
public sealed record AuditRow
{
    /// <summary>Grows with every entry.</summary>
    public long Id { get; init; }

    /// <summary>See <see cref="AuditEntry.At"/>.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>See <see cref="AuditEntry.Actor"/>.</summary>
    public required string Actor { get; init; }

    /// <summary>See <see cref="AuditEntry.Action"/>.</summary>
    public required string Action { get; init; }

    /// <summary>See <see cref="AuditEntry.Subject"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>See <see cref="AuditEntry.Before"/>.</summary>
    public string? Before { get; init; }

    /// <summary>See <see cref="AuditEntry.After"/>.</summary>
    public string? After { get; init; }

    /// <summary>See <see cref="AuditEntry.Address"/>.</summary>
    public string? Address { get; init; }

    /// <summary>The row of an entry. Characters that PostgreSQL keeps in no text are left out: a stranger may have typed them.</summary>
    public static AuditRow Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            At = entry.At,
            Actor = Clean(entry.Actor)!,
            Action = entry.Action,
            Subject = Clean(entry.Subject)!,
            Before = Clean(entry.Before),
            After = Clean(entry.After),
            Address = entry.Address,
        };
    }

    private static string? Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
