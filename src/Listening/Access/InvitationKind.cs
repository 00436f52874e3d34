namespace Listening.Access;

/// <summary>What a link that was sent to somebody lets them do.</summary>
public enum InvitationKind
{
    /// <summary>Join, with a name and a password of their own.</summary>
    Join,

    /// <summary>Set a new password.</summary>
    Reset,
}
