using Listening.Access;
using Listening.Cases;
using Listening.Desk.Cases.Ruling;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>Where agents work on cases. Every change and its line in the history happen together or not at all.</summary>
public sealed class CaseDesk(DeskStore store, CaseRules rules, TimeProvider time)
{
    /// <summary>Takes a case that nobody has: of any number who try at once one wins.</summary>
    /// <param name="id">The case.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="seen">The version they saw; null when they do not say.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public Task<CaseReceipt> ClaimAsync(long id, Actor by, int? seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(
            async desk =>
            {
                var now = CaseTurn.After(null, time.GetUtcNow());
                var revision = await CaseTurn.NextRevisionAsync(desk, cancellationToken);
                var taken = await desk.Cases
                    .Where(row => row.Id == id && row.Assignee == null && row.ResolvedAt == null && row.Changed < now && (seen == null || row.Version == seen))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.Assignee, by.Name).SetProperty(row => row.Changed, now)
                            .SetProperty(row => row.Revision, revision).SetProperty(row => row.Version, row => row.Version + 1),
                        cancellationToken);
                if (taken == 0) return await TryAsync(desk, id, new ClaimCase(), by, seen, cancellationToken);
                var claim = new ClaimCase();
                CaseTurn.Note(desk, id, now, by, claim.Action, claim.Detail, claim.Heard);
                return new CaseReceipt(true, await FindAsync(desk, id, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Does <paramref name="change"/>, unless the case is another version than was seen or cannot be changed so.</summary>
    /// <param name="id">The case.</param>
    /// <param name="change">What to do.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="seen">The version they saw; null when they do not say.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public Task<CaseReceipt> ChangeAsync(long id, CaseChange change, Actor by, int? seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(by);
        return change is ClaimCase
            ? ClaimAsync(id, by, seen, cancellationToken)
            : store.WriteAsync(desk => TryAsync(desk, id, change, by, seen, cancellationToken), cancellationToken);
    }

    /// <summary>Does <paramref name="change"/> to several cases, each for itself: all in one transaction, so that they are quick.</summary>
    public Task<List<CaseStep>> ChangeAsync(IReadOnlyList<CaseSeen> cases, CaseChange change, Actor by, CancellationToken cancellationToken) =>
        ChangeAsync(cases, _ => change, by, cancellationToken);

    /// <summary>Takes back what was done to several cases, each for itself, where the case is still the version that it was after that.</summary>
    public Task<List<CaseStep>> UndoAsync(IReadOnlyList<UndoCase> changes, Actor by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var byCase = changes.ToDictionary(change => change.Became.Id, change => change with { AtOnce = now - change.Became.Changed <= UndoCase.Moments });
        return ChangeAsync([.. changes.Select(change => new CaseSeen(change.Became.Id, change.Became.Version))], seen => byCase[seen.Id], by, cancellationToken);
    }

    /// <summary>Makes a case one with another: that gets its tags, and its assignee when it has none.</summary>
    /// <returns>What became of it; the other case as the second, null when there is none or it cannot be merged into.</returns>
    public Task<(CaseReceipt Receipt, Case? Into)> MergeAsync(long id, long into, Actor by, int? seen, CancellationToken cancellationToken) => store.WriteAsync<(CaseReceipt, Case?)>(
        async desk =>
        {
            var (other, before) = (await FindAsync(desk, into, cancellationToken), await FindAsync(desk, id, cancellationToken));
            if (other?.MergedInto is { } further) other = await FindAsync(desk, further, cancellationToken);
            if (before is null || other is not { ResolvedAt: null } || other.Id == id || other.Brand != before.Brand) return (new CaseReceipt(false, before), null);
            var receipt = await TryAsync(desk, id, new MergeCase(other.Id), by, seen, cancellationToken);
            return (receipt, receipt.Done ? await CaseMerging.AbsorbAsync(desk, before, other, by, time, cancellationToken) : other);
        },
        cancellationToken);

    /// <summary>A case with its tags, notes, history and promises; null when there is none.</summary>
    public Task<CaseFile?> ReadAsync(long id, CancellationToken cancellationToken) => CaseFiles.ReadAsync(store, id, cancellationToken);

    /// <summary>Whether there is such a case.</summary>
    public Task<bool> ExistsAsync(long id, CancellationToken cancellationToken) => store.ReadAsync(desk => desk.Cases.AnyAsync(row => row.Id == id, cancellationToken), cancellationToken);

    private Task<List<CaseStep>> ChangeAsync(IReadOnlyList<CaseSeen> cases, Func<CaseSeen, CaseChange> change, Actor by, CancellationToken cancellationToken) => store.WriteAsync(
        async desk =>
        {
            var steps = new List<CaseStep>();
            foreach (var seen in cases)
            {
                var before = await FindAsync(desk, seen.Id, cancellationToken);
                var tags = await desk.CaseTags.Where(row => row.CaseId == seen.Id).Select(row => row.Tag).ToListAsync(cancellationToken);
                var (what, receipt) = (change(seen) as TagCase, await TryAsync(desk, seen.Id, change(seen), by, seen.Version, cancellationToken));
                steps.Add(new(seen.Id, receipt, receipt.Done
                    ? new(before!, receipt.Case!, [.. (what?.Add ?? []).Except(tags)], [.. (what?.Remove ?? []).Intersect(tags)])
                    : null));
            }

            return steps;
        },
        cancellationToken);

    private async Task<CaseReceipt> TryAsync(DeskContext desk, long id, CaseChange change, Actor by, int? seen, CancellationToken cancellationToken)
    {
        if (await FindAsync(desk, id, cancellationToken) is not { } before) return new(false, null);
        var at = CaseTurn.After(before, time.GetUtcNow());
        if ((seen is not null && seen != before.Version) || change.On(before, by.Name, at) is not { } changed) return new(false, before);
        var next = changed with { Changed = at, Version = before.Version + 1 };
        if (!await CaseTurn.ReplaceAsync(desk, before, next, cancellationToken)) return new(false, await FindAsync(desk, id, cancellationToken));
        await CaseParts.ApplyAsync(desk, id, change, by, at, cancellationToken);
        CaseTurn.Note(desk, id, at, by, change.Action, change.Detail, change.Heard, change.HeardReason);
        // A tag or a new episode may be what a rule waits for; who has a case and notes are the agents' own.
        if (change is not (TagCase or ReopenCase)) return new(true, next);
        await CaseRuling.RunAsync(desk, rules, [id], time.GetUtcNow(), cancellationToken);
        return new(true, await FindAsync(desk, id, cancellationToken));
    }

    private static Task<Case?> FindAsync(DeskContext desk, long id, CancellationToken cancellationToken) =>
        desk.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
}
