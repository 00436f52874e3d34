using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>What all schemes share: how they refuse.</summary>
public abstract class VisitorHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Set when the address failed too often: the answer is 429 then.</summary>
    protected TimeSpan? Wait { get; set; }

    /// <summary>A user of these scopes, proven by this scheme.</summary>
    protected AuthenticateResult Known(string name, IEnumerable<string> scopes) =>
        AuthenticateResult.Success(new AuthenticationTicket(ScopeClaims.User(Scheme.Name, name, scopes), Scheme.Name));

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Wait is { } wait ? Refusal.TooManyAsync(Context, wait) : Refusal.UnauthenticatedAsync(Context);

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusal.ForbiddenAsync(Context);
}
