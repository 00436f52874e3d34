namespace Listening.Web.Cases;

/// <summary>Somebody who is at a case.</summary>
/// <param name="Person">As the audit log names them.</param>
/// <param name="Doing">What they do there.</param>
/// <param name="Since">Since when.</param>
public sealed record Present(string Person, PresenceKind Doing, DateTimeOffset Since);
