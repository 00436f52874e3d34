namespace Listening.Cases.Replying;

/// <summary>Reads the answers to a case.</summary>
public interface ICaseReplies
{
    /// <summary>The case and its answers, the oldest first; null when there is no such case.</summary>
    Task<(Case Case, IReadOnlyList<CaseReply> Replies)?> ReadAsync(long caseId, CancellationToken cancellationToken);
}
