namespace Listening.Collecting.Replying;

/// <summary>A way to put a question to people inside. A connector's reader implements it where the source lets us begin a thread.</summary>
public interface IQuestionChannel
{
    /// <summary>
    /// Puts a question once, however often it is asked to: what was put there before is known by <see cref="QuestionDraft.Mark"/>. What network and source do wrong is in the outcome;
    /// only cancellation is thrown.
    /// </summary>
    Task<ReplyOutcome> AskAsync(QuestionDraft draft, CancellationToken cancellationToken);
}
