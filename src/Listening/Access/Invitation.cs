namespace Listening.Access;

/// <summary>A link that lets somebody join or set a new password, once; everything but its token.</summary>
/// <param name="Id">For lists and for withdrawing it.</param>
/// <param name="Kind">What it lets do.</param>
/// <param name="Name">For whom it is.</param>
/// <param name="Email">Their address, where it is known already.</param>
/// <param name="Role">What who joins will be.</param>
/// <param name="InvitedBy">Who made it.</param>
/// <param name="Created">When.</param>
/// <param name="Expires">When it stops being good.</param>
/// <param name="Used">When it was used; null while it was not.</param>
/// <param name="Withdrawn">When it was taken back; null while it was not.</param>
public sealed record Invitation(
    Guid Id, InvitationKind Kind, string Name, string? Email, Role Role, string InvitedBy, DateTimeOffset Created, DateTimeOffset Expires, DateTimeOffset? Used, DateTimeOffset? Withdrawn);
