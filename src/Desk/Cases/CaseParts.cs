using Listening.Access;
using Listening.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>What a change does beside the case's own row: notes, tags, promises.</summary>
internal static class CaseParts
{
    /// <summary>Within the transaction of the change.</summary>
    public static Task ApplyAsync(DeskContext desk, long id, CaseChange change, Actor by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case NoteOnCase note:
                desk.CaseNotes.Add(new() { CaseId = id, At = at, By = by.Name, Text = note.Text });
                return Task.CompletedTask;
            case TagCase tags: return TagAsync(desk, id, tags.Add, tags.Remove, cancellationToken);
            case UndoCase undo: return TagAsync(desk, id, undo.Removed, undo.Added, cancellationToken);
            case PromiseCase promise: return PromiseAsync(desk, id, promise, by, at, cancellationToken);
            case KeepPromise: return KeepAsync(desk, id, at, cancellationToken);
            case WithdrawPromise: return WithdrawAsync(desk, id, at, cancellationToken);
            default: return Task.CompletedTask;
        }
    }

    /// <summary>Sets tags and takes tags off.</summary>
    public static async Task TagAsync(DeskContext desk, long id, IReadOnlyList<string> add, IReadOnlyList<string> remove, CancellationToken cancellationToken)
    {
        if (remove.Count > 0) await desk.CaseTags.Where(row => row.CaseId == id && remove.Contains(row.Tag)).ExecuteDeleteAsync(cancellationToken);
        if (add.Count == 0) return;
        var there = await desk.CaseTags.Where(row => row.CaseId == id).Select(row => row.Tag).ToListAsync(cancellationToken);
        desk.CaseTags.AddRange(add.Distinct().Except(there).Select(tag => new CaseTagRow { CaseId = id, Tag = tag }));
    }

    private static async Task PromiseAsync(DeskContext desk, long id, PromiseCase promise, Actor by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await WithdrawAsync(desk, id, at, cancellationToken);
        desk.CasePromises.Add(new() { Id = Guid.NewGuid(), CaseId = id, Text = promise.Text, Due = promise.Due, At = at, By = by.Name });
    }

    private static Task<int> KeepAsync(DeskContext desk, long id, DateTimeOffset? at, CancellationToken cancellationToken) =>
        Standing(desk, id).ExecuteUpdateAsync(set => set.SetProperty(row => row.KeptAt, at), cancellationToken);

    private static Task<int> WithdrawAsync(DeskContext desk, long id, DateTimeOffset? at, CancellationToken cancellationToken) =>
        Standing(desk, id).ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, at), cancellationToken);

    private static IQueryable<CasePromiseRow> Standing(DeskContext desk, long id) => desk.CasePromises.Where(row => row.CaseId == id && row.KeptAt == null && row.WithdrawnAt == null);
}
