using Listening.Access;

namespace Listening.Web.People;

/// <summary>An invitation just made and its link: the only time that is seen.</summary>
/// <param name="Invitation">What is kept of it.</param>
/// <param name="Url">The whole link, to be given to the person.</param>
public sealed record InvitationAnswer(Invitation Invitation, Uri Url)
{
    /// <summary>Without the token, so that no log line can carry it.</summary>
    public override string ToString() => $"{nameof(InvitationAnswer)} {Invitation.Id}";
}
