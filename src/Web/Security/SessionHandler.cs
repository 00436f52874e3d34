using System.Text.Encodings.Web;
using Listening.Desk.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>
/// Knows a browser by its cookie. Person, role and whether they may come in are read with every request, so a change counts with the next one.
/// </summary>
public sealed class SessionHandler(
    Sessions sessions, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : VisitorHandler(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Context) is not { } token) return AuthenticateResult.NoResult();
        var (found, now) = (await sessions.FindAsync(token, Context.RequestAborted), TimeProvider.GetUtcNow());
        // Who is asked for a code is nobody yet, and keeps the cookie for the answer.
        if (found is { Session.Pending: true } && found.Session.Expires > now) return AuthenticateResult.NoResult();
        if (found?.Stands(now) == true)
        {
            if (now - found.Session.LastSeen >= Sessions.UseGrain) await sessions.NoteUseAsync(found.Session.Hash, Context.RequestAborted);
            return AuthenticateResult.Success(new AuthenticationTicket(PersonClaims.User(found), Scheme.Name));
        }

        SessionCookie.Delete(Context);
        return AuthenticateResult.Fail("the session has ended");
    }
}
