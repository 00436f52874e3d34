namespace Listening.Cases.Ruling;

/// <summary>What somebody says of a rule.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Query">The search.</param>
/// <param name="Actions">What happens.</param>
/// <param name="Enabled">Whether it runs.</param>
public sealed record CaseRuleDraft(string Name, string Query, CaseRuleActions Actions, bool Enabled);
