namespace Listening.Web.Alerts;

/// <summary>A page of alerts.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="NextCursor">Where the next page starts; null on the last.</param>
public sealed record AlertPage(IReadOnlyList<AlertView> Items, string? NextCursor);
