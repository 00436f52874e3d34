using Listening.Conversations;

namespace Listening.Cases;

/// <summary>Takes a resolve back. A customer who was never answered waits on from when they began; the next wait opens a new episode.</summary>
public sealed record ReopenCase() : CaseChange(CaseAction.Reopened)
{
    /// <inheritdoc/>
    public override CaseEventKind? Heard => CaseEventKind.Reopened;

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before.ResolvedAt is null
        ? null
        : before with { ResolvedAt = null, Outcome = null, Reason = null, MergedInto = null, SnoozedUntil = null, Episode = before.Episode + 1 };
}
