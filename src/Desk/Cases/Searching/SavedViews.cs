using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases.Searching;

/// <summary>The searches that each person keeps.</summary>
public sealed class SavedViews(DeskStore store)
{
    /// <summary>How many one person may keep.</summary>
    public const int Most = 50;

    /// <summary>Those of <paramref name="owner"/> in the order in which they were kept.</summary>
    public Task<List<SavedViewRow>> ListAsync(string owner, CancellationToken cancellationToken) =>
        store.ReadAsync(desk => desk.SavedViews.Where(row => row.Owner == owner).OrderBy(row => row.Id).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>Keeps a search; one of the same name is replaced. Null when there are too many.</summary>
    public Task<SavedViewRow?> SaveAsync(string owner, string name, string query, CancellationToken cancellationToken) => store.WriteAsync<SavedViewRow?>(
        async desk =>
        {
            if (await desk.SavedViews.AsNoTracking().SingleOrDefaultAsync(row => row.Owner == owner && row.Name == name, cancellationToken) is { } known)
            {
                desk.SavedViews.Update(known with { Query = query });
                return known with { Query = query };
            }

            if (await desk.SavedViews.CountAsync(row => row.Owner == owner, cancellationToken) >= Most) return null;
            var added = desk.SavedViews.Add(new() { Owner = owner, Name = name, Query = query }).Entity;
            await desk.SaveChangesAsync(cancellationToken);
            return added;
        },
        cancellationToken);

    /// <summary>Forgets one of <paramref name="owner"/>'s; false when there is none.</summary>
    public Task<bool> RemoveAsync(string owner, long id, CancellationToken cancellationToken) => store.WriteAsync(
        async desk => await desk.SavedViews.Where(row => row.Owner == owner && row.Id == id).ExecuteDeleteAsync(cancellationToken) > 0, cancellationToken);
}
