using Listening.Access;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Access;

/// <summary>Keys in the relational store.</summary>
public sealed class ApiKeys(DeskStore store, TimeProvider time) : IApiKeys
{
    /// <summary>How coarse <see cref="ApiKey.LastUsed"/> is: a busy key costs one write in this time, not one a request.</summary>
    public static readonly TimeSpan UseGrain = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public Task<NewApiKey> AddAsync(string name, IReadOnlyList<string> scopes, Actor by, CancellationToken cancellationToken) => store.WriteAsync(async desk =>
    {
        if (await desk.ApiKeys.AnyAsync(key => key.Name == name && key.Revoked == null, cancellationToken)) throw new ApiKeyNameTakenException(name);
        var text = ApiKeyText.New();
        var row = new ApiKeyRow
        {
            Id = text.Id,
            Name = name,
            Hash = Secret.Hash(text.Secret),
            Scopes = string.Join(',', scopes),
            Created = time.GetUtcNow(),
        };
        desk.ApiKeys.Add(row);
        desk.Audit.Add(AuditRow.Of(new AuditEntry(row.Created, by.Name, "key.add", $"{name} ({row.Id})", null, row.Scopes, by.Address)));
        return new NewApiKey(Shown(row), text.Written());
    }, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(desk => desk.ApiKeys.OrderBy(key => key.Created).ThenBy(key => key.Id).ToListAsync(cancellationToken), cancellationToken);
        return rows.ConvertAll(Shown);
    }

    /// <inheritdoc/>
    public Task<bool> RevokeAsync(string nameOrId, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        // PostgreSQL refuses the character in any text, and no key has it.
        if (nameOrId.Contains('\0', StringComparison.Ordinal)) return Task.FromResult(false);
        return store.WriteAsync(async desk =>
        {
            var now = time.GetUtcNow();
            var good = await desk.ApiKeys.AsNoTracking().Where(key => (key.Name == nameOrId || key.Id == nameOrId) && key.Revoked == null).ToListAsync(cancellationToken);
            foreach (var key in good)
            {
                desk.Update(key with { Revoked = now });
                desk.Audit.Add(AuditRow.Of(new AuditEntry(now, by.Name, "key.revoke", $"{key.Name} ({key.Id})", key.Scopes, null, by.Address)));
            }

            return good.Count > 0;
        }, cancellationToken);
    }

    /// <summary>The key of this id with its hash, whether good or revoked; null when there is none.</summary>
    public Task<ApiKeyRow?> FindAsync(string id, CancellationToken cancellationToken) =>
        store.ReadAsync(desk => desk.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken), cancellationToken);

    /// <summary>Notes that the key was used just now.</summary>
    public Task NoteUseAsync(string id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return store.WriteAsync(desk => desk.ApiKeys.Where(key => key.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(key => key.LastUsed, now), cancellationToken), cancellationToken);
    }

    private static ApiKey Shown(ApiKeyRow row) => new(row.Id, row.Name, row.Scopes.Split(','), row.Created, row.LastUsed, row.Revoked);
}
