using Listening.Access;
using Listening.Cases;
using Listening.Cases.Replying;
using Listening.Collecting;
using Listening.Desk.Replying;

namespace Listening.Web.Replying;

/// <summary>Answers the cases of an outbreak, each where its customer wrote and with its own name in it: at first to say that it is known, later that it is done.</summary>
public sealed class OutbreakReplying(OutbreakFiles files, ThreadCheck threads, ReplyWriting writing, ReplyOutbox outbox, ReplySending sending)
{
    /// <summary>At most so many answers are written at once, to the cases that matter most; asked again, it answers the next.</summary>
    public const int Most = 200;

    private const string Held = "Another answer to it is on its way.";

    /// <summary>
    /// Puts one answer a case into the outbox, sent in five seconds. A case gets the same text once, and none while another answer to it is on its way or, where it
    /// still seems to wait, is not seen in public yet.
    /// </summary>
    /// <param name="found">A case of the outbreak.</param>
    /// <param name="outbreak">Its number.</param>
    /// <param name="request">The words, and whether those hear it that were answered.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="agent">Their name for customers.</param>
    /// <param name="cancellationToken">Ends the work; what is in the outbox by then goes out.</param>
    public async Task<IResult> WriteAsync(Case found, long outbreak, OutbreakReplyRequest request, Actor by, string agent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(by);
        var words = ReplyWriting.Tidy(request.Text);
        if (words.Length == 0 || ReplyWriting.FaultOf(request.Kind, words) is not null) return ReplyProblem.Faulty(ReplyWriting.FaultOf(request.Kind, words) ?? "There are no words.");
        var (again, tried, sent, left) = (request.Answered ?? false, new List<OutbreakReply>(), 0, 0);
        foreach (var file in await files.ReadAsync(outbreak, again, cancellationToken))
        {
            var text = ReplyText.Fill(words, file.Case, agent);
            if (sent == Most)
            {
                left += HeldBy(file.Replies, text, again) is null ? 1 : 0;
                continue;
            }

            var one = HeldBy(file.Replies, text, again) is { } held ? new(file.Case.Id, null, null, held) : await AnswerAsync(file.Case.Id, words, request.Kind, again, by, agent, cancellationToken);
            sent += one.Reply is null ? 0 : 1;
            tried.Add(one);
        }

        if (sent == 0) return ReplyProblem.NoneSent(tried.Count == 0 ? "No case of the outbreak needs an answer any more." : tried[0].Problem!);
        sending.Wake();
        return TypedResults.Accepted($"/api/v1/cases/{found.Id}/outbreak", new OutbreakReplies(sent, left, tried));
    }

    // Why a case gets no further answer with this text; null when it may get it. A first answer waits until the one before it was seen.
    private static string? HeldBy(IReadOnlyList<CaseReply> replies, string text, bool again) =>
        replies.Any(reply => reply.Text == text) ? "It was answered so already."
            : replies.Any(reply => reply.State is ReplyState.Waiting or ReplyState.Sending or ReplyState.ToApprove || (!again && reply is { State: ReplyState.Sent, SeenAt: null })) ? Held : null;

    private async Task<OutbreakReply> AnswerAsync(long id, string words, string? kind, bool again, Actor by, string agent, CancellationToken cancellationToken)
    {
        if (await threads.ReadAsync(id, cancellationToken) is not { } thread) return new(id, null, null, "There is no such case any more.");
        var text = ReplyText.Fill(words, thread.Case, agent);
        var way = await writing.WayAsync(thread, cancellationToken);
        if (way.Channel is null) return new(id, null, null, $"{way.Reason} Answer there.");
        if (way.Rules.Fault(text, thread.Case.Handle) is { } fault) return new(id, null, null, fault);
        if (HeldBy([.. thread.Replies.Where(reply => reply.State is not (ReplyState.Undone or ReplyState.Refused or ReplyState.Failed or ReplyState.Returned))], text, again) is { } held) return new(id, null, null, held);
        var draft = new NewReply(id, way.Source!.Value, new PostId(thread.Case.Source, thread.Case.PostId), text)
        {
            Kind = kind,
            Language = thread.Case.Language is { Length: 2 } language ? language : null,
            // Whoever presses twice sends once: any other answer that is on its way by then holds this one up.
            Known = [.. thread.Replies.Select(reply => reply.Id)],
        };
        return await outbox.AddAsync(draft, by, cancellationToken) is { } kept ? new(id, kept.Id, kept.Next, null) : new(id, null, null, Held);
    }
}
