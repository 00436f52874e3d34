namespace Listening.Collecting.Replying;

/// <summary>A way to answer a post where it was written. A connector's reader implements it where the source lets us post.</summary>
public interface IReplyChannel
{
    /// <summary>Why nothing can be sent as the source is set up, in a sentence; null when it can.</summary>
    string? Closed => null;

    /// <summary>
    /// Sends a reply once, however often it is asked to: a call with the <see cref="ReplyDraft.OutboxId"/> of an earlier one whose answer was cut off first finds out
    /// whether that one arrived, and then tells of it instead of posting again. What network and source do wrong is in the outcome; only cancellation is thrown.
    /// </summary>
    Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken);
}
