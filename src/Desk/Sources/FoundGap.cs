using Listening.Collecting.Pulling;

namespace Listening.Desk.Sources;

/// <summary>A gap that was found in a source.</summary>
/// <param name="Source">The source's key.</param>
/// <param name="Gap">What may be missing.</param>
/// <param name="Found">When it was found.</param>
public sealed record FoundGap(Guid Source, SourceGap Gap, DateTimeOffset Found);
