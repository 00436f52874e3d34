namespace Listening.Cases;

/// <summary>Gives an open case to a team, whoever has it.</summary>
/// <param name="To">The team's name; null for none.</param>
public sealed record TeamCase(string? To) : CaseChange(CaseAction.Teamed)
{
    /// <inheritdoc/>
    public override string? Detail => To;

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before.ResolvedAt is null ? before with { Team = To } : null;
}
