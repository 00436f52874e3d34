namespace Listening.Desk.Cases.Ruling;

/// <summary>A rule ran on a case in one of its episodes.</summary>
public sealed record CaseRuleRunRow
{
    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>The rule.</summary>
    public required long RuleId { get; init; }

    /// <summary>The case's episode.</summary>
    public required int Episode { get; init; }
}
