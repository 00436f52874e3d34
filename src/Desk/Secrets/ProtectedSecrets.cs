using Listening.Access;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Secrets;

/// <summary>Protected secrets in the relational store; here nobody can open them.</summary>
public sealed class ProtectedSecrets(DeskStore store, TimeProvider time)
{
    /// <summary>Keeps a protected value in place of what was there.</summary>
    public Task SetAsync(string name, byte[] value, Actor by, CancellationToken cancellationToken) => store.WriteAsync(async desk =>
    {
        var there = await desk.Secrets.Where(secret => secret.Name == name).ExecuteDeleteAsync(cancellationToken) > 0;
        desk.Audit.Add(Entry(there ? "secret.change" : "secret.set", name, by));
        desk.Secrets.Add(new SecretRow { Name = name, Protected = value, Set = time.GetUtcNow() });
        return true;
    }, cancellationToken);

    /// <summary>The protected value of this name; null when there is none.</summary>
    public Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken) =>
        store.ReadAsync(desk => desk.Secrets.Where(secret => secret.Name == name).Select(secret => secret.Protected).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    /// <summary>Forgets one; false when there is none.</summary>
    public Task<bool> RemoveAsync(string name, Actor by, CancellationToken cancellationToken) => store.WriteAsync(async desk =>
    {
        if (await desk.Secrets.Where(secret => secret.Name == name).ExecuteDeleteAsync(cancellationToken) == 0) return false;
        desk.Audit.Add(Entry("secret.remove", name, by));
        return true;
    }, cancellationToken);

    /// <summary>Which there are, by name.</summary>
    public async Task<IReadOnlyList<NamedSecret>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(desk => desk.Secrets.Select(secret => new { secret.Name, secret.Set }).ToListAsync(cancellationToken), cancellationToken);
        return [.. rows.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => new NamedSecret(row.Name, row.Set))];
    }

    private AuditRow Entry(string action, string name, Actor by) => AuditRow.Of(new AuditEntry(time.GetUtcNow(), by.Name, action, name, null, null, by.Address));
}
