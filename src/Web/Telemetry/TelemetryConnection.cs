namespace Listening.Web.Telemetry;

/// <summary>A connection that came through the telemetry's own listener.</summary>
/// <param name="OfThisMachine">The listener is bound to loopback: whoever reaches it is on this machine, and needs no key.</param>
public sealed record TelemetryConnection(bool OfThisMachine);
