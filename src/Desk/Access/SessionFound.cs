using Listening.Desk.People;

namespace Listening.Desk.Access;

/// <summary>A session and whose it is.</summary>
/// <param name="Session">The session, whether good or not.</param>
/// <param name="Person">Its person as they stand now; null when it is nobody's.</param>
public sealed record SessionFound(SessionRow Session, PersonRow? Person)
{
    /// <summary>Whether it opens anything at <paramref name="now"/>: not run out, no code asked for any more, and its person may come in.</summary>
    public bool Stands(DateTimeOffset now) => Session.Expires > now && !Session.Pending && (Session.PersonId is null || Person is { Disabled: null });
}
