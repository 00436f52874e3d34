using Listening.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>Reads cases with everything that is kept of them.</summary>
internal static class CaseFiles
{
    /// <summary>A case with its tags, notes, history and promises; null when there is none.</summary>
    public static Task<CaseFile?> ReadAsync(DeskStore store, long id, CancellationToken cancellationToken) => store.ReadAsync(
        async desk =>
        {
            if (await desk.Cases.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } found) return null;
            var merged = await desk.Cases.Where(row => row.MergedInto == id).Select(row => row.Id).ToListAsync(cancellationToken);
            var all = merged.Append(id).ToArray();
            var tags = await desk.CaseTags.Where(row => row.CaseId == id).Select(row => row.Tag).ToListAsync(cancellationToken);
            var notes = await desk.CaseNotes.Where(row => all.Contains(row.CaseId)).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellationToken);
            var history = await desk.CaseEvents.Where(row => row.CaseId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken);
            var promises = await desk.CasePromises.Where(row => row.CaseId == id).OrderBy(row => row.At).ToListAsync(cancellationToken);
            return new CaseFile(
                found,
                [.. tags.Order(StringComparer.Ordinal)],
                notes.ConvertAll(row => new CaseNote(row.At, row.By, row.Text)),
                history.ConvertAll(row => new CaseMoment(row.At, row.By, row.Action, row.Detail)),
                promises.ConvertAll(row => new CasePromise(row.Text, row.Due, row.At, row.By, row.KeptAt, row.WithdrawnAt)),
                [.. merged.Order()]);
        },
        cancellationToken);
}
