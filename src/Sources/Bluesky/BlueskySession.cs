namespace Listening.Sources.Bluesky;

/// <summary>A session as the service gave it. Its text shows no token.</summary>
/// <param name="Access">The token that requests carry, for some hours.</param>
/// <param name="Refresh">The token that the next session is asked for with, for some months; it is good once.</param>
/// <param name="Did">The account's own id.</param>
internal sealed record BlueskySession(string Access, string Refresh, string Did)
{
    public override string ToString() => Did;
}
