namespace Listening.Reporting;

/// <summary>What a period lacks of a source.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Reason">Why, in words for people.</param>
/// <param name="From">Since when something is missing; null where that is not known.</param>
/// <param name="To">Until when; null where that is not known, or it goes on.</param>
public sealed record ReportFault(string Source, string Reason, DateTimeOffset? From, DateTimeOffset? To);
