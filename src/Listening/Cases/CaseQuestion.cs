using Listening.Measuring.Searching;

namespace Listening.Cases;

/// <summary>Which cases are asked for; those of the lowest <see cref="Case.Rank"/> come first.</summary>
/// <param name="View">Which queue.</param>
/// <param name="Me">Who asks.</param>
/// <param name="Search">What they are to be besides; null for all.</param>
/// <param name="After">The last one seen; null from the start.</param>
/// <param name="Limit">At most so many.</param>
public sealed record CaseQuestion(CaseView View, string Me, SearchQuery? Search, (DateTimeOffset Rank, long Id)? After, int Limit);
