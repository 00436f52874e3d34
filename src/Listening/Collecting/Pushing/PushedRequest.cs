namespace Listening.Collecting.Pushing;

/// <summary>What a source sent.</summary>
/// <param name="Body">The bytes that are signed.</param>
/// <param name="Header">A header by its name; null when it is not there.</param>
/// <param name="Now">When it came in.</param>
public sealed record PushedRequest(ReadOnlyMemory<byte> Body, Func<string, string?> Header, DateTimeOffset Now);
