using Listening.Collecting.Pulling;

namespace Listening.Collecting.Streaming;

/// <summary>The connection could not be made or is lost.</summary>
/// <param name="Failure">Why, and when to try again.</param>
public sealed record StreamFailed(PageFailure Failure) : StreamEvent(Position: null);
