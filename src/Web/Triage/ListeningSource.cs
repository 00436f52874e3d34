using Listening.Web.Sourcing;

namespace Listening.Web.Triage;

/// <summary>How a source does, for who works on its posts and may not change it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">In a word.</param>
/// <param name="Succeeded">When it was read last without a failure; null when it never was.</param>
/// <param name="Reason">Why the last try failed; null when it did not.</param>
public sealed record ListeningSource(string Name, SourceStatus Status, DateTimeOffset? Succeeded, string? Reason);
