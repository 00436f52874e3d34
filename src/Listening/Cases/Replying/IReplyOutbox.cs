using Listening.Collecting.Replying;

namespace Listening.Cases.Replying;

/// <summary>Answers on their way out. Who takes one has it alone until it is settled or its lease is over.</summary>
public interface IReplyOutbox
{
    /// <summary>Takes the answer that is due first, to be sent or to be looked for; null when none is.</summary>
    Task<CaseReply?> TakeAsync(string sender, CancellationToken cancellationToken);

    /// <summary>Writes down what came of a try, with the case's history and what was to be done with the case; nothing when somebody else has it by now.</summary>
    Task SettleAsync(CaseReply taken, ReplyOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Writes down whether its source has given a sent answer back.</summary>
    Task LookedAsync(CaseReply taken, bool seen, CancellationToken cancellationToken);
}
