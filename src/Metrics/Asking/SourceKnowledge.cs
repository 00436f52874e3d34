namespace Listening.Metrics.Asking;

/// <summary>What is known of the sources apart from their posts.</summary>
/// <param name="Blind">Those that do not show answers.</param>
/// <param name="Even">Those that are searched for every registered brand alike; null where nobody knows, and all are believed to be.</param>
internal sealed record SourceKnowledge(IReadOnlyList<string> Blind, IReadOnlyList<string>? Even);
