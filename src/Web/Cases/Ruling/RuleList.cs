using Listening.Cases.Ruling;

namespace Listening.Web.Cases.Ruling;

/// <summary>The rules in the order in which they run.</summary>
public sealed record RuleList(IReadOnlyList<CaseRule> Items);
