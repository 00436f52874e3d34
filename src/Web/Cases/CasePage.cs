using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>A page of a queue.</summary>
/// <param name="View">Which queue.</param>
/// <param name="Counts">How many cases each queue has, whatever is searched for; of a long one as of up to two seconds ago.</param>
/// <param name="Items">What matters first comes first.</param>
/// <param name="NextCursor">Where the next page begins; null after the last.</param>
public sealed record CasePage(CaseView View, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<CaseSummary> Items, string? NextCursor);
