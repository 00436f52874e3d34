using Listening.Cases.Replying;
using Listening.Desk.Cases;
using Listening.Desk.Replying;
using Listening.Web.Replying;

namespace Listening.Web.Cases;

/// <summary>Reads a case with everything that is kept of it.</summary>
public sealed class CaseDetails(CaseDesk desk, CasePresence presence, ReplyOutbox replies, QuestionOutbox questions, CaseTickets tickets, TimeProvider time)
{
    /// <summary>The case, and its answers as they are kept; null when there is none.</summary>
    public async Task<(CaseDetail Detail, IReadOnlyList<CaseReply> Replies)?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        if (await desk.ReadAsync(id, cancellationToken) is not { } file) return null;
        var now = time.GetUtcNow();
        var answers = (await replies.ReadAsync(id, cancellationToken))?.Replies ?? [];
        return (
            new CaseDetail(
                file.Case.StatusAt(now), file.Case, file.Tags, file.Notes, file.History, presence.At(id), [.. file.Promises.Select(one => PromiseView.Of(one, now))], file.Merged)
            {
                Replies = [.. answers.Select(ReplyView.Of)],
                Questions = (await questions.ReadAsync(id, cancellationToken)).ConvertAll(QuestionView.Of),
                Ticket = await tickets.ReadAsync(id, cancellationToken),
            },
            answers);
    }
}
