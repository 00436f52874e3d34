namespace Listening.Cases;

/// <summary>Where the work on a case is.</summary>
public enum CaseStatus
{
    /// <summary>To be worked on.</summary>
    Open,

    /// <summary>Out of the queue until its instant.</summary>
    Snoozed,

    /// <summary>Called done.</summary>
    Resolved,
}
