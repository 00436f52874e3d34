using Listening.Collecting.Pulling;

namespace Listening.Web.Sourcing;

/// <summary>How a source does.</summary>
public sealed record SourceStateView
{
    /// <summary>In a word.</summary>
    public required SourceStatus Status { get; init; }

    /// <summary>When it was tried last.</summary>
    public DateTimeOffset? Tried { get; init; }

    /// <summary>When it was read last without a failure.</summary>
    public DateTimeOffset? Succeeded { get; init; }

    /// <summary>When it is asked next, about; null when it is not.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string? Reason { get; init; }

    /// <summary>What kind of failure it was.</summary>
    public FailureKind? Failure { get; init; }

    /// <summary>How many tries in a row have failed.</summary>
    public int Failures { get; init; }

    /// <summary>
    /// Seconds since the instant up to which all that it shows is known to be here: the start of the last run that read it to its end. Null when none did. How old its
    /// newest post is stands in <see cref="Newest"/>: a source may be silent and complete.
    /// </summary>
    public double? Lag { get; init; }

    /// <summary>When its newest post was posted, as it says.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>Posts it brought that were new, or new versions.</summary>
    public long Accepted { get; init; }

    /// <summary>Posts it brought that were there.</summary>
    public long Duplicates { get; init; }

    /// <summary>Posts that could not be read.</summary>
    public long Rejected { get; init; }

    /// <summary>How often it may still be asked; null when the last run asked nobody.</summary>
    public BudgetView? Budget { get; init; }

    /// <summary>The view of a source's state at an instant.</summary>
    public static SourceStateView Of(ConfiguredSource source, SourceState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(state);
        var status = Word(source, state);
        var turn = state.Tried is { } tried ? tried + source.Every : now;
        var next = state.NotBefore is { } free && (state.Failure is not null || free > turn) ? free : turn;
        return new()
        {
            Status = status,
            Tried = state.Tried,
            Succeeded = state.Succeeded,
            NextTry = status is SourceStatus.Paused or SourceStatus.Stopped ? null : next > now ? next : now,
            Reason = state.Reason,
            Failure = state.Failure,
            Failures = state.Failures,
            Lag = state.Complete is { } complete ? Math.Max(0, (now - complete).TotalSeconds) : null,
            Newest = state.Newest,
            Accepted = state.Accepted,
            Duplicates = state.Duplicates,
            Rejected = state.Rejected,
            Budget = state.Budget?.At(now) is { } budget ? new(budget.Limit, budget.Remaining, budget.Resets, budget.Told) : null,
        };
    }

    private static SourceStatus Word(ConfiguredSource source, SourceState state) =>
        source.Paused ? SourceStatus.Paused
        : state.Stopped ? SourceStatus.Stopped
        : state.Tried is null ? SourceStatus.New
        : state.Failure is FailureKind.RateLimited or FailureKind.BudgetSpent ? SourceStatus.Waiting
        : state.Failure is not null ? SourceStatus.Failing
        : state.Behind ? SourceStatus.Behind : SourceStatus.Healthy;
}
