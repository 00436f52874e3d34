namespace Listening.Web.Setup;

/// <summary>Sources as the set-up offers them, in the order to show them.</summary>
public sealed record SourceSuggestions(IReadOnlyList<SuggestedSource> Items);
