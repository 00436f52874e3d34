using Listening.Access;

namespace Listening.Web.People;

/// <summary>One's own account.</summary>
/// <param name="Person">Oneself; null for a session that a link of the machine opened.</param>
/// <param name="RecoveryCodesLeft">How many codes are left for who lost the authenticator.</param>
/// <param name="Sessions">Where one is signed in, the newest first.</param>
public sealed record AccountView(Person? Person, int RecoveryCodesLeft, IReadOnlyList<SessionEntry> Sessions);
