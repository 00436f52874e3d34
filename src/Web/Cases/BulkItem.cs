namespace Listening.Web.Cases;

/// <summary>What became of one case of several.</summary>
/// <param name="Id">The case.</param>
/// <param name="Ok">Whether it was done.</param>
/// <param name="Version">The version as it stands now; null when there is no such case.</param>
/// <param name="Problem">Why it was not done; null when it was.</param>
/// <param name="Present">The case as it stands now; null when there is no such case.</param>
public sealed record BulkItem(long Id, bool Ok, int? Version, string? Problem, CaseSummary? Present);
