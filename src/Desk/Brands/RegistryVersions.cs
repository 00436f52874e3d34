using Listening.Brands;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Brands;

/// <summary>The versions of the brand registry. They are only ever added to.</summary>
public sealed class RegistryVersions(DeskStore store, TimeProvider time)
{
    /// <summary>The newest version; null as long as nothing was set.</summary>
    public async Task<RegistryVersion?> NewestAsync(CancellationToken cancellationToken)
    {
        var row = await store.ReadAsync(desk => desk.RegistryVersions.OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken), cancellationToken);
        return row is null ? null : Read(row);
    }

    /// <summary>The newest number; 0 as long as nothing was set.</summary>
    public Task<int> NumberAsync(CancellationToken cancellationToken) => store.ReadAsync(
        async desk => await desk.RegistryVersions.MaxAsync(version => (int?)version.Number, cancellationToken) ?? 0, cancellationToken);

    /// <summary>All versions, the newest first.</summary>
    public async Task<IReadOnlyList<RegistryVersion>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(desk => desk.RegistryVersions.OrderByDescending(version => version.Number).ToListAsync(cancellationToken), cancellationToken);
        return rows.ConvertAll(Read);
    }

    /// <summary>
    /// Adds the version after <paramref name="after"/>, which was checked before. Null, and nothing is added, when another one was added meanwhile.
    /// </summary>
    public Task<RegistryVersion?> AddAsync(
        int after, string actor, string note, RegistryContent content, RegistryContent configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(configuration);
        var now = time.GetUtcNow();
        var added = new RegistryVersion(after + 1, now.WholeMilliseconds(), actor, note, content, configuration);
        return store.WriteAsync(
            async desk =>
            {
                var newest = await desk.RegistryVersions.MaxAsync(version => (int?)version.Number, cancellationToken) ?? 0;
                if (newest != after) return null;
                desk.RegistryVersions.Add(new()
                {
                    Number = added.Number, At = added.At, Actor = actor, Note = note, Content = content.ToJson(), Configuration = configuration.ToJson(),
                });
                return added;
            },
            cancellationToken);
    }

    private static RegistryVersion Read(RegistryVersionRow row) =>
        new(row.Number, row.At, row.Actor, row.Note, RegistryContent.Read(row.Content), RegistryContent.Read(row.Configuration));
}
