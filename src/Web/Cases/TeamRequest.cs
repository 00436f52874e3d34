namespace Listening.Web.Cases;

/// <summary>The team that is to have a case.</summary>
/// <param name="Team">Its name; null for none.</param>
public sealed record TeamRequest(string? Team);
