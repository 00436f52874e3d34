namespace Listening.Web.Cases;

/// <summary>What became of several cases.</summary>
/// <param name="Items">One for each case asked for, in that order.</param>
/// <param name="Undo">Takes back what was done, within ten minutes, once, for who did it; null when nothing was.</param>
public sealed record BulkAnswer(IReadOnlyList<BulkItem> Items, string? Undo);
