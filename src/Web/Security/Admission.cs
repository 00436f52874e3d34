using Listening.Desk.Access;

namespace Listening.Web.Security;

/// <summary>Whether somebody who was let in may stay: asked again and again by what lasts longer than a request should.</summary>
public sealed class Admission(KnownKeys keys, Sessions sessions, TimeProvider time)
{
    /// <summary>How often it is asked; with <see cref="KnownKeys"/>' own trust a revocation counts within five seconds.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether the key is not revoked since, or the session not ended and its person in the same role. The caller was authenticated when the request began.
    /// </summary>
    public async ValueTask<bool> StandsAsync(HttpContext http, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } header)
            return ApiKeyText.Read(header[(header.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim()) is { } text
                && await keys.FindAsync(text.Id, cancellationToken) is { Revoked: null };
        if (http.IsLocal()) return true;
        return SessionCookie.Read(http) is { } token
            && await sessions.FindAsync(token, cancellationToken) is { } found && found.Stands(time.GetUtcNow())
            && (found.Person is null || found.Person.Role == http.User.Role());
    }
}
