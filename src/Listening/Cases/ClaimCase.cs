using Listening.Conversations;

namespace Listening.Cases;

/// <summary>Takes a case that nobody has.</summary>
public sealed record ClaimCase() : CaseChange(CaseAction.Claimed)
{
    /// <inheritdoc/>
    public override CaseEventKind? Heard => CaseEventKind.Assigned;

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) =>
        before is { ResolvedAt: null, Assignee: null } ? before with { Assignee = by } : null;
}
