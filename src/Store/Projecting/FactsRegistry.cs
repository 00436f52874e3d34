namespace Listening.Store.Projecting;

/// <summary>Which registry facts were derived with.</summary>
/// <param name="Standing">The fingerprint of the one that readers see; empty before the first run.</param>
/// <param name="Deriving">The fingerprint of the one that this process derives beside it; null while it derives none.</param>
/// <param name="Share">How much of it is derived, 0..1.</param>
public sealed record FactsRegistry(string Standing, string? Deriving, double? Share);
