namespace Listening.Cases.Ruling;

/// <summary>What happens to a case that a search finds, once in each of its episodes.</summary>
/// <param name="Id">Its number; rules run in this order.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Query">The search.</param>
/// <param name="Actions">What happens.</param>
/// <param name="Enabled">Whether it runs.</param>
/// <param name="Ran">On how many cases it ran, an episode each.</param>
/// <param name="By">Who set it last.</param>
/// <param name="Changed">When.</param>
public sealed record CaseRule(long Id, string Name, string Query, CaseRuleActions Actions, bool Enabled, int Ran, string By, DateTimeOffset Changed);
