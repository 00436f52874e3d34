namespace Listening.Collecting.Pulling;

/// <summary>How a source does.</summary>
public sealed record SourceState
{
    /// <summary>When it was tried last; null when never.</summary>
    public DateTimeOffset? Tried { get; init; }

    /// <summary>When it was read last without a failure.</summary>
    public DateTimeOffset? Succeeded { get; init; }

    /// <summary>It is not asked before this, whatever the schedule says and however often the program starts.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Why the last try failed; null when it did not.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>The same as a sentence.</summary>
    public string? Reason { get; init; }

    /// <summary>How many tries in a row have failed.</summary>
    public int Failures { get; init; }

    /// <summary>Not asked again until somebody changes or starts it.</summary>
    public bool Stopped { get; init; }

    /// <summary>The last run ended with its budget; more is waiting.</summary>
    public bool Behind { get; init; }

    /// <summary>Posts it brought that were new, or new versions.</summary>
    public long Accepted { get; init; }

    /// <summary>Posts it brought that were there.</summary>
    public long Duplicates { get; init; }

    /// <summary>Posts that could not be read.</summary>
    public long Rejected { get; init; }

    /// <summary>When its newest post was posted, as it says.</summary>
    public DateTimeOffset? Newest { get; init; }
}
