namespace Listening.Access;

/// <summary>A one-time sign-in just made: the only time its token is known.</summary>
/// <param name="Token">What opens a session, once.</param>
/// <param name="Expires">When it stops being good.</param>
public sealed record NewSignInLink(string Token, DateTimeOffset Expires)
{
    /// <summary>Without the token, so that no log line can carry it.</summary>
    public override string ToString() => $"{nameof(NewSignInLink)} until {Expires:O}";
}
