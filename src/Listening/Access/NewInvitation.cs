namespace Listening.Access;

/// <summary>An invitation just made: the only time its token is known.</summary>
/// <param name="Invitation">What is kept of it.</param>
/// <param name="Token">What opens it, once.</param>
public sealed record NewInvitation(Invitation Invitation, string Token)
{
    /// <summary>Without the token, so that no log line can carry it.</summary>
    public override string ToString() => $"{nameof(NewInvitation)} {Invitation.Id}";
}
