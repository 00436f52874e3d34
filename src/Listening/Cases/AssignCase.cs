using Listening.Conversations;

namespace Listening.Cases;

/// <summary>Gives an open case to somebody, whoever has it.</summary>
/// <param name="To">As the audit log names them; null for nobody.</param>
public sealed record AssignCase(string? To) : CaseChange(CaseAction.Assigned)
{
    /// <inheritdoc/>
    public override string? Detail => To;

    /// <inheritdoc/>
    public override CaseEventKind? Heard => To is null ? null : CaseEventKind.Assigned;

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before.ResolvedAt is null ? before with { Assignee = To } : null;
}
