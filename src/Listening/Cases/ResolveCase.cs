using Listening.Conversations;

namespace Listening.Cases;

/// <summary>Calls a case done. The clock takes the wait off the backlog; only an answer that is seen in public answers it.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it needs no answer; null otherwise.</param>
public sealed record ResolveCase(CaseOutcome Outcome, string? Reason = null) : CaseChange(CaseAction.Resolved)
{
    /// <inheritdoc/>
    public override string? Detail => Reason is null ? $"{Outcome}" : $"{Outcome}: {Reason}";

    /// <inheritdoc/>
    public override CaseEventKind? Heard => Outcome switch
    {
        CaseOutcome.NoAnswerNeeded => CaseEventKind.NoAnswerNeeded,
        CaseOutcome.NotUs => CaseEventKind.NotUs,
        CaseOutcome.Spam => CaseEventKind.Spam,
        _ => CaseEventKind.Resolved,
    };

    /// <inheritdoc/>
    public override string? HeardReason => Reason;

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before.ResolvedAt is null
        ? before with { ResolvedAt = at, Outcome = Outcome, Reason = Reason, SnoozedUntil = null }
        : null;
}
