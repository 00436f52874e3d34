using Listening.Conversations;

namespace Listening.Cases;

/// <summary>Makes an open case one with another of the same brand: work goes on there. The customer's wait is off the backlog and unanswered.</summary>
/// <param name="Into">The other case.</param>
public sealed record MergeCase(long Into) : CaseChange(CaseAction.Resolved)
{
    /// <inheritdoc/>
    public override string? Detail => $"{CaseOutcome.Merged} into {Into}";

    /// <inheritdoc/>
    public override CaseEventKind? Heard => CaseEventKind.Resolved;

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before.ResolvedAt is null && before.Id != Into
        ? before with { ResolvedAt = at, Outcome = CaseOutcome.Merged, MergedInto = Into, SnoozedUntil = null }
        : null;
}
