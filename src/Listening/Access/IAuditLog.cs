namespace Listening.Access;

/// <summary>Who changed what, when and from where. Entries are added and never changed or removed.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry; it is kept when this returns.</summary>
    Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken);
}
