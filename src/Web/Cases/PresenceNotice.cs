namespace Listening.Web.Cases;

/// <summary>Somebody came to a case, left it, or does something else there.</summary>
/// <param name="Id">The case's number.</param>
/// <param name="Presence">Who is there now.</param>
public sealed record PresenceNotice(long Id, IReadOnlyList<Present> Presence);
