using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>Knows the program's own commands: they come through the data directory's socket (see <see cref="LocalSocket"/>).</summary>
public sealed class LocalHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : VisitorHandler(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(Context.IsLocal() ? Known("local", [Scopes.Admin]) : AuthenticateResult.NoResult());
}
