namespace Listening.Web.Classifying;

/// <summary>What of the past is sorted again.</summary>
/// <param name="From">Posts from this instant on; those before keep what was reported of them. Null for all.</param>
public sealed record SortAgainBody(DateTimeOffset? From);
