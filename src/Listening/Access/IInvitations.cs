namespace Listening.Access;

/// <summary>Links for joining and for new passwords: in the relational store, or behind a running server.</summary>
public interface IInvitations
{
    /// <summary>Makes a link with which somebody joins. Throws <see cref="PersonRefusedException"/>.</summary>
    Task<NewInvitation> InviteAsync(string name, string? email, Role role, Actor by, CancellationToken cancellationToken);

    /// <summary>Makes a link with which the person of this id, address or name sets a new password. Throws <see cref="PersonRefusedException"/>.</summary>
    Task<NewInvitation> ResetAsync(string person, Actor by, CancellationToken cancellationToken);
}
