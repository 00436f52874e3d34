namespace Listening.Conversations;

/// <summary>What happened in the work on a customer.</summary>
public enum WorkActKind
{
    /// <summary>A public answer of the brand to this author was posted, by whomever.</summary>
    Answered,

    /// <summary>An agent sent an answer from here.</summary>
    Replied,

    /// <summary>Given to somebody.</summary>
    Assigned,

    /// <summary>Called done, however.</summary>
    Resolved,

    /// <summary>Taken up again: by an agent, or because the customer came back soon after it was called done.</summary>
    Reopened,
}
