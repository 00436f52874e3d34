using Listening.Measuring.Searching;

namespace Listening.Desk.Cases.Searching;

/// <summary>A search of cases and who asks.</summary>
/// <param name="Query">The search.</param>
/// <param name="Me">Who <c>me</c> is.</param>
public sealed record CaseSearch(SearchQuery Query, string Me);
