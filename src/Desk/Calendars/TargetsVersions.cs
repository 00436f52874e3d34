using Listening.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Calendars;

/// <summary>The versions of calendars and targets. They are only ever added to.</summary>
public sealed class TargetsVersions(DeskStore store, TimeProvider time)
{
    /// <summary>The newest number; 0 as long as nothing was set.</summary>
    public Task<int> NumberAsync(CancellationToken cancellationToken) => store.ReadAsync(
        async desk => await desk.TargetsVersions.MaxAsync(version => (int?)version.Number, cancellationToken) ?? 0, cancellationToken);

    /// <summary>All versions, the newest first.</summary>
    public async Task<IReadOnlyList<TargetsVersion>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(desk => desk.TargetsVersions.OrderByDescending(version => version.Number).ToListAsync(cancellationToken), cancellationToken);
        return rows.ConvertAll(row => new TargetsVersion(row.Number, row.At, row.From, row.Actor, row.Note, TargetsContent.Read(row.Content)));
    }

    /// <summary>
    /// Adds the version after <paramref name="after"/>, which was checked before. It is in force from <paramref name="from"/> on, or, when that is not said,
    /// from now. Null, and nothing is added, when another one was added meanwhile.
    /// </summary>
    public Task<TargetsVersion?> AddAsync(int after, DateTimeOffset? from, string actor, string note, TargetsContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var now = time.GetUtcNow().WholeMilliseconds();
        var added = new TargetsVersion(after + 1, now, (from ?? now).WholeMilliseconds(), actor, note, content);
        return store.WriteAsync(
            async desk =>
            {
                var newest = await desk.TargetsVersions.MaxAsync(version => (int?)version.Number, cancellationToken) ?? 0;
                if (newest != after) return null;
                desk.TargetsVersions.Add(new() { Number = added.Number, At = added.At, From = added.From, Actor = actor, Note = note, Content = content.ToJson() });
                return added;
            },
            cancellationToken);
    }
}
