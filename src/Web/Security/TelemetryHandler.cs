using System.Text.Encodings.Web;
using Listening.Web.Proxying;
using Listening.Web.Telemetry;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>Knows who comes through the telemetry's own listener on loopback, where no proxy is: it may read telemetry and nothing else.</summary>
public sealed class TelemetryHandler(ProxySettings proxy, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : VisitorHandler(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        !proxy.Forwarding && Context.Features.Get<TelemetryConnection>() is { OfThisMachine: true } ? Known("telemetry", [Scopes.Telemetry]) : AuthenticateResult.NoResult());
}
