namespace Listening.Web.Sourcing;

/// <summary>How often a source may still be asked.</summary>
/// <param name="Limit">So many times in a window; null when it is not told.</param>
/// <param name="Remaining">So many are left.</param>
/// <param name="Resets">When all are there again; null when they are, or when it is not told.</param>
/// <param name="Told">The source said so; else it is our own limit for it.</param>
public sealed record BudgetView(long? Limit, long Remaining, DateTimeOffset? Resets, bool Told);
