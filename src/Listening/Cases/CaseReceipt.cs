namespace Listening.Cases;

/// <summary>What became of a change.</summary>
/// <param name="Done">Whether it was done.</param>
/// <param name="Case">The case as it stands now; null when there is none.</param>
public sealed record CaseReceipt(bool Done, Case? Case);
