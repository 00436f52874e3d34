namespace Listening.Web.Cases;

/// <summary>A heartbeat: who does not repeat it within 45 seconds has left.</summary>
/// <param name="Doing">What they do there.</param>
public sealed record PresenceRequest(PresenceKind? Doing);
