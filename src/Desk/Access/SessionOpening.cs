namespace Listening.Desk.Access;

/// <summary>Where a session is opened and for how long.</summary>
/// <param name="Lifetime">How long it is good.</param>
/// <param name="Address">The browser's address.</param>
/// <param name="Browser">What the browser says it is; cut to 200 characters.</param>
public sealed record SessionOpening(TimeSpan Lifetime, string? Address = null, string? Browser = null)
{
    private const int LongestBrowser = 200;

    /// <summary>Opens one: a new random token every time, so that nobody can have put it into the browser before. Gives the token.</summary>
    internal string Open(DeskContext desk, Guid? personId, string scopes, DateTimeOffset now, bool pending = false)
    {
        var token = Secret.New();
        desk.Sessions.Add(new SessionRow
        {
            Hash = Secret.Hash(token),
            PersonId = personId,
            Scopes = scopes,
            Pending = pending,
            Created = now,
            Expires = now + Lifetime,
            Address = Address,
            Browser = Browser?.Replace("\0", "", StringComparison.Ordinal) is { } said ? said[..Math.Min(said.Length, LongestBrowser)] : null,
            LastSeen = now,
        });
        return token;
    }
}
