namespace Listening.Web.Cases;

/// <summary>Another account of the same person.</summary>
/// <param name="Source">The source.</param>
/// <param name="Author">The author's id there.</param>
public sealed record SameRequest(string? Source, string? Author);
