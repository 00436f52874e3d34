using System.Text.Json;

namespace Listening.Collecting.Pulling;

/// <summary>How a source does.</summary>
public sealed record SourceState
{
    /// <summary>When it was tried last; null when never.</summary>
    public DateTimeOffset? Tried { get; init; }

    /// <summary>When it was read last without a failure.</summary>
    public DateTimeOffset? Succeeded { get; init; }

    /// <summary>When the last run began that read all its listings to their end: what was there by then is stored.</summary>
    public DateTimeOffset? Complete { get; init; }

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

    /// <summary>How often it could still be asked when the last run ended; null when that asked nobody.</summary>
    public RateBudget? Budget { get; init; }

    /// <summary>As somebody starts it again who looked: only a limit that the source or its budget set still holds.</summary>
    public SourceState Freed() => this with
    {
        Stopped = false,
        NotBefore = Failure is FailureKind.RateLimited or FailureKind.BudgetSpent ? NotBefore : null,
    };

    /// <summary>As JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads what <see cref="ToJson"/> wrote. Throws <see cref="JsonException"/>.</summary>
    public static SourceState Read(string json) => JsonSerializer.Deserialize<SourceState>(json, JsonSerializerOptions.Web) ?? new();
}
