using Listening.Cases;
using Listening.Cases.Ranking;
using Listening.Desk.Cases.Ruling;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>Keeps cases as the facts have them. Who has no case gets one only while they wait, their post came in live, and it is young.</summary>
public sealed class CaseBoard(DeskStore store, CaseRules rules, TimeProvider time) : ICaseBoard
{
    private const int Slice = 400;
    private readonly Outbreaks.Outbreaks outbreaks = new();

    /// <inheritdoc/>
    public async Task TellAsync(IReadOnlyList<ToldCase> told, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - rules.Young;
        foreach (var slice in told.Where(one => one.MovedAfter(since)).Chunk(Slice))
        {
            // Most of what is told has no case and gets none: that is found without a turn at writing.
            var found = await store.ReadAsync(desk => FindAsync(desk, slice, cancellationToken), cancellationToken);
            if (found.Count > 0 || slice.Any(IsNew))
            {
                await store.WriteAsync(desk => WriteAsync(desk, slice, cancellationToken), cancellationToken);
                outbreaks.Keep();
            }
        }
    }

    private async Task<int> WriteAsync(DeskContext desk, ToldCase[] slice, CancellationToken cancellationToken)
    {
        await outbreaks.BeginAsync(desk, time.GetUtcNow(), cancellationToken);
        var found = (await FindAsync(desk, slice, cancellationToken)).ToLookup(row => (row.Brand, row.Author));
        var touched = new List<long>();
        // What is gone from one conversation may be in another now, which is told first: then it is not gone.
        var done = new HashSet<long>();
        foreach (var told in slice.OrderBy(told => told.Latest is null))
        {
            var own = found[(told.Brand, told.Author)]
                .Where(row => row.Conversation == told.Conversation || told.Openers.Contains(row.Root) || told.Joined.Contains(row.Root))
                .OrderBy(row => row.MergedInto is not null).ThenBy(row => row.Conversation != told.Conversation).ThenBy(row => row.Id).ToList();
            if (own.Count == 0)
            {
                if (IsNew(told)) touched.Add(await OpenAsync(desk, told, cancellationToken));
                continue;
            }

            if (done.Add(own[0].Id) && await UpdateAsync(desk, own[0], told, cancellationToken)) touched.Add(own[0].Id);
            // Two conversations turned out to be one: the case of the one that goes on does too.
            foreach (var other in own.Skip(1).Where(other => done.Add(other.Id) && other.ResolvedAt is null)) await MergeAsync(desk, other, own[0], told.Conversation, cancellationToken);
        }

        await CaseRuling.RunAsync(desk, rules, touched, time.GetUtcNow(), cancellationToken);
        return slice.Length;
    }

    private async Task<long> OpenAsync(DeskContext desk, ToldCase told, CancellationToken cancellationToken)
    {
        var at = CaseTurn.After(null, time.GetUtcNow());
        var first = CaseFacts.First(told, rules, at) with { Revision = await CaseTurn.NextRevisionAsync(desk, cancellationToken) };
        var sketch = TextSketch.Of(first.Snippet);
        var outbreak = outbreaks.Find(first, sketch);
        var ranked = await CaseRanking.RankAsync(desk, first with { Outbreak = outbreak }, rules, cancellationToken);
        var opened = desk.Cases.Add(ranked.Ranked()).Entity;
        await desk.SaveChangesAsync(cancellationToken);
        if (outbreak is { } of) await CaseRanking.JoinAsync(desk, of, rules, at, cancellationToken);
        else if (sketch is not null) outbreaks.Add(opened, sketch);
        await desk.CaseWords.WriteAsync(opened, Text(told), cancellationToken);
        CaseTurn.Note(desk, opened.Id, at, CaseTurn.Seen, CaseAction.Opened, null);
        await CaseRanking.NoteAsync(desk, opened.Id, opened.Priority, rules, at, cancellationToken);
        return opened.Id;
    }

    private async Task<bool> UpdateAsync(DeskContext desk, Case before, ToldCase told, CancellationToken cancellationToken)
    {
        var next = CaseFacts.On(before, told, rules);
        if (told.Opener is not null && (before.Post, before.Snippet, before.Handle, before.Name) != (next.Post, next.Snippet, next.Handle, next.Name))
            await desk.CaseWords.WriteAsync(next, Text(told), cancellationToken);
        if (next == before) return false;
        next = await CaseRanking.RankAsync(desk, next, rules, cancellationToken);
        var at = CaseTurn.After(before, time.GetUtcNow());
        // A label or an echo of what an agent did is no new version: who undoes at once would be refused.
        var moved = (next.OpenedAt, next.AnsweredAt, next.RivalAt, next.Episode) != (before.OpenedAt, before.AnsweredAt, before.RivalAt, before.Episode);
        await CaseTurn.ReplaceAsync(desk, before, moved ? next with { Changed = at, Version = before.Version + 1 } : next, cancellationToken);
        await CaseRanking.NoteAsync(desk, before.Id, next.Priority, rules, at, cancellationToken);
        if (before.ResolvedAt is not null && next.ResolvedAt is null) CaseTurn.Note(desk, before.Id, at, CaseTurn.Seen, CaseAction.CameBack, null);
        return true;
    }

    private static string Text(ToldCase told) => told.Opener is { Shown: { DeletedAt: null } post } ? post.Text : "";

    private async Task MergeAsync(DeskContext desk, Case other, Case into, UInt128 conversation, CancellationToken cancellationToken)
    {
        var at = CaseTurn.After(other, time.GetUtcNow());
        var merged = other with
        {
            Conversation = conversation,
            Waiting = false,
            ResolvedAt = at,
            Outcome = CaseOutcome.Merged,
            MergedInto = into.Id,
            SnoozedUntil = null,
            Changed = at,
            Version = other.Version + 1,
        };
        await CaseTurn.ReplaceAsync(desk, other, merged, cancellationToken);
        // The clock hears nothing of it: the wait goes on in the other case.
        CaseTurn.Note(desk, other.Id, at, CaseTurn.Seen, CaseAction.Resolved, $"{CaseOutcome.Merged} into {into.Id}");
        var present = await desk.Cases.AsNoTracking().SingleAsync(row => row.Id == into.Id, cancellationToken);
        await CaseMerging.AbsorbAsync(desk, other, present, CaseTurn.Seen, time, cancellationToken);
    }

    private bool IsNew(ToldCase told) => told is { Waiting: true, Latest: { ResolvedAt: null } wait, Opener.Arrival: Collecting.Arrival.Live }
        && time.GetUtcNow() - wait.OpenedAt < rules.Young;

    private static Task<List<Case>> FindAsync(DeskContext desk, ToldCase[] slice, CancellationToken cancellationToken)
    {
        var conversations = slice.Select(told => told.Conversation).Distinct().ToArray();
        var openers = slice.SelectMany(told => told.Openers.Concat(told.Joined)).Distinct().ToArray();
        return desk.Cases.AsNoTracking().Where(row => conversations.Contains(row.Conversation) || openers.Contains(row.Root)).ToListAsync(cancellationToken);
    }
}
