namespace Listening.Web.Setup;

/// <summary>A source as the set-up offers it.</summary>
/// <param name="Kind">Its connector.</param>
/// <param name="Name">What it would be called.</param>
/// <param name="Settings">What is filled in, by name.</param>
/// <param name="Ready">It needs no account and nothing more to be told: it is chosen unless somebody strikes it.</param>
public sealed record SuggestedSource(string Kind, string Name, IReadOnlyDictionary<string, string> Settings, bool Ready);
