namespace Listening.Web.Registry;

/// <summary>Which version of the registry the facts that everybody sees were derived with.</summary>
/// <param name="Version">Its number; null when it was none of those kept.</param>
/// <param name="Current">They are of the version in use: nothing is left to derive.</param>
/// <param name="Deriving">The share of the facts of the version in use that is derived already, 0..1; null while this process derives none.</param>
public sealed record FactsView(int? Version, bool Current, double? Deriving);
