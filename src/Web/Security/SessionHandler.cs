using System.Text.Encodings.Web;
using Listening.Desk.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>Knows a browser by the cookie that a sign-in link gave it.</summary>
public sealed class SessionHandler(
    Sessions sessions, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : VisitorHandler(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Context) is not { } token) return AuthenticateResult.NoResult();
        var session = await sessions.FindAsync(token, Context.RequestAborted);
        if (session is not null && session.Expires > TimeProvider.GetUtcNow()) return Known("session", session.Scopes.Split(','));
        SessionCookie.Delete(Context);
        return AuthenticateResult.Fail("the session has ended");
    }
}
