using Listening.Access;
using Listening.Cases;
using Listening.Cases.Asking;
using Listening.Cases.Replying;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Replying;

/// <summary>Questions that are put inside, in the relational store; what becomes of one and the case's history change together.</summary>
public sealed class QuestionOutbox(DeskStore store, TimeProvider time) : IQuestionOutbox
{
    /// <summary>Keeps a question.</summary>
    /// <param name="question">It waits to be sent, or is put there by hand: then it counts as asked now.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<InsideQuestion> AddAsync(InsideQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return store.WriteAsync(
            async desk =>
            {
                desk.InsideQuestions.Add(question);
                if (question.State == QuestionState.ByHand) Asked(desk, question);
                await CaseTurn.TouchAsync(desk, question.CaseId, cancellationToken);
                return question;
            },
            cancellationToken);
    }

    /// <summary>A case's questions, the oldest first.</summary>
    public Task<List<InsideQuestion>> ReadAsync(long caseId, CancellationToken cancellationToken) =>
        store.ReadAsync(desk => desk.InsideQuestions.Where(row => row.CaseId == caseId).OrderBy(row => row.WrittenAt).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>What <paramref name="sender"/> had when it ended is free at once.</summary>
    public Task<int> FreeAsync(string sender, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return store.WriteAsync(
            desk => desk.InsideQuestions.Where(row => row.State == QuestionState.Sending && row.Sender == sender).ExecuteUpdateAsync(set => set.SetProperty(row => row.Next, now), cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<InsideQuestion?> TakeAsync(string sender, CancellationToken cancellationToken)
    {
        if (!await store.ReadAsync(desk => Due(desk).AnyAsync(cancellationToken), cancellationToken)) return null;
        return await store.WriteAsync(
            async desk =>
            {
                if (await Due(desk).AsNoTracking().OrderBy(row => row.Next).FirstOrDefaultAsync(cancellationToken) is not { } row) return null;
                var until = time.GetUtcNow() + ReplyTimes.Lease;
                var taken = row.State is QuestionState.Waiting or QuestionState.Sending
                    ? row with { State = QuestionState.Sending, Next = until, Sender = sender, Tries = row.Tries + 1 }
                    : row with { Next = until };
                desk.InsideQuestions.Update(taken);
                return taken;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task WriteAsync(InsideQuestion taken, InsideQuestion next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        ArgumentNullException.ThrowIfNull(next);
        return store.WriteAsync(
            async desk =>
            {
                var row = await desk.InsideQuestions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == taken.Id, cancellationToken);
                if (row is null || row.State != taken.State || row.Sender != taken.Sender || row.Tries != taken.Tries) return false;
                var clean = next with { Reason = Clean(next.Reason), Answer = Clean(next.Answer) };
                desk.InsideQuestions.Update(clean);
                if (clean.State != taken.State) await CaseTurn.TouchAsync(desk, clean.CaseId, cancellationToken);
                if (taken.AskedAt is null && clean.AskedAt is not null) Asked(desk, clean);
                if (clean.State == QuestionState.Answered)
                    CaseTurn.Note(
                        desk, clean.CaseId, clean.AnsweredAt!.Value, new(clean.AnsweredBy!, null), CaseAction.AnsweredInside, clean.AnswerUrl ?? clean.AnswerId, CaseEventKind.AnsweredInside,
                        about: PostKey.Of(clean.Source, clean.AnswerId!));
                if (clean.State == QuestionState.Failed) CaseTurn.Note(desk, clean.CaseId, CaseTurn.After(null, time.GetUtcNow()), CaseTurn.Seen, CaseAction.ReplyUnsent, clean.Reason);
                return true;
            },
            cancellationToken);
    }

    private static void Asked(DeskContext desk, InsideQuestion question) => CaseTurn.Note(
        desk, question.CaseId, CaseTurn.After(null, question.AskedAt!.Value), new Actor(question.By, question.Address), CaseAction.Asked, question.Url ?? $"{question.Source} {question.Mark}",
        CaseEventKind.Asked, about: question.Post is { } post ? PostKey.Of(post) : null);

    private IQueryable<InsideQuestion> Due(DeskContext desk)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return desk.InsideQuestions.Where(row => row.Next != null && row.Next <= now);
    }

    // PostgreSQL keeps NUL in no text.
    private static string? Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
