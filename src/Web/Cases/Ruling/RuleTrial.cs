namespace Listening.Web.Cases.Ruling;

/// <summary>What a rule would have found in the last seven days.</summary>
/// <param name="Matched">How many cases.</param>
/// <param name="N">Among how many.</param>
/// <param name="Items">The newest of those found.</param>
public sealed record RuleTrial(int Matched, int N, IReadOnlyList<CaseSummary> Items);
