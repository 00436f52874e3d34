using Listening.Access;
using Listening.Cases.Replying;
using Listening.Collecting;
using Listening.Desk.Replying;

namespace Listening.Web.Replying;

/// <summary>Checks an answer that waits as one that is written now, and lets it out or gives it back.</summary>
public sealed class ReplyApproving(ThreadCheck threads, ReplyWriting writing, ReplyApprovals approvals, ReplySending sending)
{
    private const int LongestWord = 1000;

    /// <summary>Lets an answer out, which is sent in five seconds.</summary>
    /// <param name="id">The case.</param>
    /// <param name="replyId">The answer.</param>
    /// <param name="request">What is different about it.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="agent">Their name for customers.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IResult> ApproveAsync(long id, Guid replyId, ApproveRequest request, Actor by, string agent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(by);
        if (await threads.ReadAsync(id, cancellationToken) is not { } thread) return ReplyProblem.NoCase();
        if (thread.Replies.FirstOrDefault(one => one.Id == replyId) is not { } reply) return ReplyProblem.NoReply();
        if (reply.State != ReplyState.ToApprove) return ReplyProblem.TooLate(reply);
        if (reply.By == by.Name) return ReplyProblem.Own();
        var text = request.Text is { } other ? ReplyText.Fill(ReplyWriting.Tidy(other), thread.Case, agent) : reply.Text;
        if (ReplyWriting.FaultOf(request.Kind, text) is { } faulty) return ReplyProblem.Faulty(faulty);
        var way = await writing.WayAsync(thread, cancellationToken);
        if (way.Channel is null) return ReplyProblem.NoChannel($"{way.Reason} Answer there.");
        if (way.Rules.Fault(text, thread.Case.Handle) is { } fault) return ReplyProblem.Faulty(fault);
        // Its writer did not see it stand there.
        var around = thread with { Replies = [.. thread.Replies.Where(one => one.Id != replyId)] };
        if (ThreadVersion.Since(request.Thread ?? reply.Thread ?? "", around.Posts, around.Replies) is { } news) return ReplyProblem.Moved(news, around);
        var approved = new NewReply(id, reply.Channel, new PostId(reply.Source, reply.Parent), text)
        {
            Kind = request.Kind ?? reply.Kind, Thread = around.Version, Known = [.. around.Replies.Select(one => one.Id)],
        };
        var (done, stands) = await approvals.ApproveAsync(approved, replyId, by, cancellationToken);
        if (!done) return stands is null ? ReplyProblem.NoReply() : stands.State == ReplyState.ToApprove ? ReplyProblem.Moved([], around) : ReplyProblem.TooLate(stands);
        sending.Wake();
        return TypedResults.Accepted($"/api/v1/cases/{id}", new ReplyAccepted(stands!.Id, stands.Next, text));
    }

    /// <summary>Gives an answer back with a word.</summary>
    /// <param name="id">The case.</param>
    /// <param name="replyId">The answer.</param>
    /// <param name="request">The word.</param>
    /// <param name="by">Who gives it back.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IResult> ReturnAsync(long id, Guid replyId, ReturnRequest request, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var word = ReplyWriting.Tidy(request.Word);
        if (word.Length is 0 or > LongestWord || ReplyWriting.FaultOf(null, word) is not null) return ReplyProblem.Faulty($"word has 1 to {LongestWord} characters.");
        return await approvals.ReturnAsync(id, replyId, word, by, cancellationToken) switch
        {
            (true, _) => TypedResults.NoContent(),
            (_, { } reply) => ReplyProblem.TooLate(reply),
            _ => ReplyProblem.NoReply(),
        };
    }
}
