using Listening.Access;
using Listening.Cases;
using Listening.Cases.Replying;
using Listening.Collecting;
using Listening.Collecting.Replying;
using Listening.Conversations;
using Listening.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Replying;

/// <summary>Answers on their way out, in the relational store: what becomes of one, the case's history and the case itself change together.</summary>
public sealed class ReplyOutbox(DeskStore store, TimeProvider time) : IReplyOutbox, ICaseReplies
{
    private const int LongestReason = 1000;

    /// <summary>Keeps an answer, which is sent in five seconds or waits for a supervisor; null when another answer to the case is on its way that its writer did not know of.</summary>
    public Task<CaseReply?> AddAsync(NewReply reply, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync(
            async desk =>
            {
                var now = CaseTurn.After(null, time.GetUtcNow());
                if (reply.Known is { } known && await OnTheirWay(desk, reply.CaseId).AnyAsync(row => !known.Contains(row.Id), cancellationToken)) return null;
                // Whoever writes again has read why the one before came back.
                await desk.CaseReplies.Where(row => row.CaseId == reply.CaseId && row.State == ReplyState.Returned && row.By == by.Name)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ReplyState.Undone), cancellationToken);
                if (reply.Held)
                {
                    CaseTurn.Note(desk, reply.CaseId, now, by, CaseAction.ReplyHeld, null);
                    await CaseTurn.TouchAsync(desk, reply.CaseId, cancellationToken);
                }

                return desk.CaseReplies.Add(new()
                {
                    Id = Guid.CreateVersion7(now),
                    CaseId = reply.CaseId,
                    Channel = reply.Channel,
                    Source = reply.Parent.Source,
                    Parent = reply.Parent.Id,
                    Text = reply.Text,
                    Language = reply.Language,
                    Kind = reply.Kind,
                    Resolve = reply.Resolve,
                    By = by.Name,
                    Address = by.Address,
                    WrittenAt = now,
                    Thread = reply.Thread,
                    State = reply.Held ? ReplyState.ToApprove : ReplyState.Waiting,
                    Next = reply.Held ? null : now + ReplyTimes.Undo,
                }).Entity;
            },
            cancellationToken);
    }

    /// <summary>
    /// Takes an answer back: before its first try it is as if it had never been, where it was approved it waits for a supervisor again, and after a try that failed it is not tried
    /// any more. False with the answer as it stands when it is too late, and with null when there is none.
    /// </summary>
    public Task<(bool Done, CaseReply? Reply)> UndoAsync(long caseId, Guid id, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.WriteAsync<(bool Done, CaseReply? Reply)>(
            async desk =>
            {
                if (await FindAsync(desk, caseId, id, cancellationToken) is not { } row) return (false, null);
                if (TakenBack(row) is not { } next) return (false, row);
                desk.CaseReplies.Update(next);
                if (row.State == ReplyState.ToApprove || next.State == ReplyState.ToApprove)
                {
                    CaseTurn.Note(desk, caseId, CaseTurn.After(null, time.GetUtcNow()), by, next.State == ReplyState.ToApprove ? CaseAction.ReplyHeld : CaseAction.ReplyWithdrawn, null);
                    await CaseTurn.TouchAsync(desk, caseId, cancellationToken);
                }

                return (true, next);
            },
            cancellationToken);
    }

    /// <summary>Tries an answer again that could not be sent, with its own key. False as with <see cref="UndoAsync"/>.</summary>
    public Task<(bool Done, CaseReply? Reply)> AgainAsync(long caseId, Guid id, CancellationToken cancellationToken) => ChangeAsync(
        caseId, id, row => row.State != ReplyState.Failed ? null : row with { State = ReplyState.Waiting, Next = CaseTurn.After(null, time.GetUtcNow()) }, cancellationToken);

    /// <summary>What <paramref name="sender"/> had when it ended is free at once.</summary>
    public Task<int> FreeAsync(string sender, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return store.WriteAsync(
            desk => desk.CaseReplies.Where(row => row.State == ReplyState.Sending && row.Sender == sender).ExecuteUpdateAsync(set => set.SetProperty(row => row.Next, now), cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<(Case Case, IReadOnlyList<CaseReply> Replies)?> ReadAsync(long caseId, CancellationToken cancellationToken) => store.ReadAsync<(Case, IReadOnlyList<CaseReply>)?>(
        async desk => await desk.Cases.SingleOrDefaultAsync(row => row.Id == caseId, cancellationToken) is { } found
            ? (found, await desk.CaseReplies.Where(row => row.CaseId == caseId).OrderBy(row => row.WrittenAt).ToListAsync(cancellationToken))
            : null,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<CaseReply?> TakeAsync(string sender, CancellationToken cancellationToken)
    {
        // Most looks find nothing, and need no turn at writing.
        if (!await store.ReadAsync(desk => Due(desk).AnyAsync(cancellationToken), cancellationToken)) return null;
        return await store.WriteAsync(
            async desk =>
            {
                if (await Due(desk).AsNoTracking().OrderBy(row => row.Next).FirstOrDefaultAsync(cancellationToken) is not { } row) return null;
                var until = time.GetUtcNow() + ReplyTimes.Lease;
                var taken = row.State == ReplyState.Sent
                    ? row with { Next = until, Looks = row.Looks + 1 }
                    : row with { State = ReplyState.Sending, Next = until, Sender = sender, Tries = row.Tries + 1 };
                desk.CaseReplies.Update(taken);
                return taken;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task SettleAsync(CaseReply taken, ReplyOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        return store.WriteAsync(
            async desk =>
            {
                var row = await FindAsync(desk, taken.CaseId, taken.Id, cancellationToken);
                if (row is not { State: ReplyState.Sending } || row.Sender != taken.Sender || row.Tries != taken.Tries) return false;
                var now = CaseTurn.After(null, time.GetUtcNow());
                var next = After(row, outcome, now);
                desk.CaseReplies.Update(next);
                await TellAsync(desk, next, now, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task LookedAsync(CaseReply taken, bool seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var now = time.GetUtcNow();
        DateTimeOffset? seenAt = seen ? now : null, again = seen ? null : ReplyTimes.LookAgain(taken.Looks, now);
        return store.WriteAsync(
            desk => desk.CaseReplies.Where(row => row.Id == taken.Id && row.SeenAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, seenAt).SetProperty(row => row.Next, again), cancellationToken),
            cancellationToken);
    }

    private static CaseReply? TakenBack(CaseReply row) => row switch
    {
        { State: ReplyState.ToApprove } => row with { State = ReplyState.Undone },
        { State: ReplyState.Waiting, Tries: 0, ApprovedBy: not null } =>
            row with { State = ReplyState.ToApprove, Text = row.Original ?? row.Text, Original = null, ApprovedBy = null, ApprovedAt = null, Next = null },
        { State: ReplyState.Waiting, Tries: 0 } => row with { State = ReplyState.Undone, Next = null },
        { State: ReplyState.Waiting } => row with { State = ReplyState.Failed, Next = null, Reason = $"Taken back after {row.Tries} tries; whether it arrived is not known. {row.Reason}" },
        _ => null,
    };

    private static CaseReply After(CaseReply row, ReplyOutcome outcome, DateTimeOffset now)
    {
        var free = row with { Sender = null, Next = null };
        return outcome switch
        {
            ReplySent sent => free with
            {
                State = ReplyState.Sent, Reason = null, SentAt = now, SentSource = sent.Post.Source, SentId = sent.Post.Id, Url = sent.Url, Next = ReplyTimes.LookAgain(0, now),
            },
            ReplyRefused refused => free with { State = ReplyState.Refused, Reason = Clean(refused.Reason) },
            ReplyFailed { Failure: var failure } when ReplyTimes.Again(failure, row.Tries, row.ApprovedAt ?? row.WrittenAt, now) is { } again =>
                free with { State = ReplyState.Waiting, Next = again, Reason = Clean(failure.Reason) },
            ReplyFailed { Failure: var failure } => free with { State = ReplyState.Failed, Reason = Clean(failure.Reason) },
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
        };
    }

    private static async Task TellAsync(DeskContext desk, CaseReply reply, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var by = new Actor(reply.By, reply.Address);
        if (reply.State is ReplyState.Refused or ReplyState.Failed) CaseTurn.Note(desk, reply.CaseId, now, by, CaseAction.ReplyUnsent, reply.Reason);
        if (reply.State != ReplyState.Sent) return;
        CaseTurn.Note(desk, reply.CaseId, now, by, CaseAction.Replied, reply.Url ?? reply.SentId, CaseEventKind.Replied, about: PostKey.Of(reply.Post!.Value));
        if (!reply.Resolve || await desk.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == reply.CaseId, cancellationToken) is not { } before) return;
        var (resolve, at) = (new ResolveCase(CaseOutcome.AnsweredPublicly), CaseTurn.After(before, now));
        // Somebody else has resolved it meanwhile: then that stands.
        if (resolve.On(before, by.Name, at) is not { } resolved) return;
        await CaseTurn.ReplaceAsync(desk, before, resolved with { Changed = at, Version = before.Version + 1 }, cancellationToken);
        CaseTurn.Note(desk, reply.CaseId, at, by, resolve.Action, resolve.Detail, resolve.Heard);
    }

    private Task<(bool Done, CaseReply? Reply)> ChangeAsync(long caseId, Guid id, Func<CaseReply, CaseReply?> change, CancellationToken cancellationToken) => store.WriteAsync<(bool Done, CaseReply? Reply)>(
        async desk =>
        {
            if (await FindAsync(desk, caseId, id, cancellationToken) is not { } row) return (false, null);
            if (change(row) is not { } next) return (false, row);
            desk.CaseReplies.Update(next);
            return (true, next);
        },
        cancellationToken);

    private IQueryable<CaseReply> Due(DeskContext desk)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return desk.CaseReplies.Where(row => row.Next != null && row.Next <= now);
    }

    /// <summary>The answers to a case that are on their way, wait for a supervisor or are there.</summary>
    internal static IQueryable<CaseReply> OnTheirWay(DeskContext desk, long caseId) => desk.CaseReplies.Where(row =>
        row.CaseId == caseId && (row.State == ReplyState.Waiting || row.State == ReplyState.Sending || row.State == ReplyState.Sent || row.State == ReplyState.ToApprove));

    /// <summary>One answer of a case; null when there is none.</summary>
    internal static Task<CaseReply?> FindAsync(DeskContext desk, long caseId, Guid id, CancellationToken cancellationToken) =>
        desk.CaseReplies.AsNoTracking().SingleOrDefaultAsync(row => row.CaseId == caseId && row.Id == id, cancellationToken);

    // PostgreSQL keeps NUL in no text, and what a source says is anybody's.
    private static string Clean(string reason)
    {
        var clean = reason.Replace("\0", "", StringComparison.Ordinal);
        return clean.Length > LongestReason ? clean[..LongestReason] : clean;
    }
}
