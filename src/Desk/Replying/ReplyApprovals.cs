using Listening.Access;
using Listening.Cases;
using Listening.Cases.Replying;
using Listening.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Replying;

/// <summary>What supervisors do with answers that wait for them: each is one change, with its line in the case's history.</summary>
public sealed class ReplyApprovals(DeskStore store, TimeProvider time)
{
    /// <summary>
    /// Lets an answer out: it is sent in five seconds, until which it can be held again. False with the answer as it stands when it does not wait, or when another answer to the case is
    /// on its way that <paramref name="approved"/> does not know of; with null when there is none.
    /// </summary>
    public Task<(bool Done, CaseReply? Reply)> ApproveAsync(NewReply approved, Guid id, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(approved);
        ArgumentNullException.ThrowIfNull(by);
        var known = approved.Known ?? [];
        return ChangeAsync(
            approved.CaseId, id, by, CaseAction.ReplyApproved,
            async (desk, row, now) => await ReplyOutbox.OnTheirWay(desk, row.CaseId).AnyAsync(other => other.Id != id && !known.Contains(other.Id), cancellationToken)
                ? null
                : row with
                {
                    State = ReplyState.Waiting,
                    Text = approved.Text,
                    Original = approved.Text == row.Text ? null : row.Text,
                    Kind = approved.Kind,
                    Thread = approved.Thread,
                    Next = now + ReplyTimes.Undo,
                },
            reply => reply.Original is null ? null : "in other words", cancellationToken);
    }

    /// <summary>Gives an answer back to its writer. False as with <see cref="ApproveAsync"/>.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="id">The answer.</param>
    /// <param name="word">What should be different.</param>
    /// <param name="by">Who gives it back.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<(bool Done, CaseReply? Reply)> ReturnAsync(long caseId, Guid id, string word, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(
            caseId, id, by, CaseAction.ReplyReturned, (_, row, _) => Task.FromResult<CaseReply?>(row with { State = ReplyState.Returned, Reason = word }), _ => word, cancellationToken);
    }

    private Task<(bool Done, CaseReply? Reply)> ChangeAsync(
        long caseId, Guid id, Actor by, CaseAction action, Func<DeskContext, CaseReply, DateTimeOffset, Task<CaseReply?>> change, Func<CaseReply, string?> detail,
        CancellationToken cancellationToken) => store.WriteAsync<(bool Done, CaseReply? Reply)>(
        async desk =>
        {
            if (await ReplyOutbox.FindAsync(desk, caseId, id, cancellationToken) is not { } row) return (false, null);
            var now = CaseTurn.After(null, time.GetUtcNow());
            if (row.State != ReplyState.ToApprove || await change(desk, row, now) is not { } changed) return (false, row);
            var next = changed with { ApprovedBy = by.Name, ApprovedAt = now };
            desk.CaseReplies.Update(next);
            CaseTurn.Note(desk, caseId, now, by, action, detail(next));
            await CaseTurn.TouchAsync(desk, caseId, cancellationToken);
            return (true, next);
        },
        cancellationToken);
}
