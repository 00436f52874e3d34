namespace Listening.Cases;

/// <summary>A case as somebody saw it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Version">The version they saw; null when they do not say.</param>
public sealed record CaseSeen(long Id, int? Version);
