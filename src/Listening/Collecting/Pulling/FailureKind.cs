namespace Listening.Collecting.Pulling;

/// <summary>What is to be done about a page that could not be had.</summary>
public enum FailureKind
{
    /// <summary>Nobody answered, or not in time, or with 5xx: it is tried again, later and later.</summary>
    Unreachable,

    /// <summary>Asked too often: it is tried again when the source says, or later and later.</summary>
    RateLimited,

    /// <summary>The credential is missing, wrong, expired or may not do this: somebody must look.</summary>
    Unauthorised,

    /// <summary>What is asked for is not there or not open to us as it is set: somebody must look.</summary>
    Misconfigured,

    /// <summary>It is gone for good (410): it is not asked again until somebody changes or starts it.</summary>
    Gone,

    /// <summary>An answer came and cannot be understood; nothing of it is taken. It is tried again, later and later.</summary>
    Unreadable,

    /// <summary>The token of the page is not accepted any more: the walk begins again from its newest page.</summary>
    TokenRefused,

    /// <summary>Our own limit, such as a day's budget of paid reads: it is tried again when it renews.</summary>
    BudgetSpent,
}
