namespace Listening.Reporting.Sending;

/// <summary>A link that opens one stored report without signing in. Its token is shown once and not kept.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Report">What it opens.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="By">Who made it.</param>
/// <param name="Expires">When it stops being good.</param>
/// <param name="Revoked">When it was taken back.</param>
/// <param name="LastOpened">When it was last opened.</param>
public sealed record ReportLink(Guid Id, Guid Report, DateTimeOffset CreatedAt, string By, DateTimeOffset Expires, DateTimeOffset? Revoked, DateTimeOffset? LastOpened);
