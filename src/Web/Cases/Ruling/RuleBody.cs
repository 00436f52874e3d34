using Listening.Cases.Ruling;

namespace Listening.Web.Cases.Ruling;

/// <summary>What is said of a rule; what is left out of a change stays.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Query">The search.</param>
/// <param name="Actions">What happens.</param>
/// <param name="Enabled">Whether it runs; a new one does not until it is told to.</param>
public sealed record RuleBody(string? Name, string? Query, CaseRuleActions? Actions, bool? Enabled);
