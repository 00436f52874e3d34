namespace Listening.Web.Cases;

/// <summary>How long a case is put off.</summary>
/// <param name="Until">When it comes back; null for now.</param>
public sealed record SnoozeRequest(DateTimeOffset? Until);
