namespace Listening.Web.Replying;

/// <summary>What became of one case of an outbreak that was answered as a whole.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reply">Its answer's key, by which it is undone; null when none goes out.</param>
/// <param name="SendsAt">Until when it can be undone.</param>
/// <param name="Problem">Why none goes out, in a sentence; null when one does.</param>
public sealed record OutbreakReply(long Case, Guid? Reply, DateTimeOffset? SendsAt, string? Problem);
