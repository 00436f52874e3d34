using Listening.Web.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Proxying;

/// <summary>Whether somebody passes requests on whom nobody named: then all visitors count as one address, and nobody sees that they came by https.</summary>
public sealed class ProxyHealth(ProxyWatch watch, ProxySettings settings) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        watch.Unknown is { } unknown
            ? Finding.Warning(
                $"Requests that say they were passed on come from {unknown}, which Proxy:Known does not name: all its visitors count as one address.",
                $"If that is your reverse proxy, add {unknown} to Proxy:Known; if there is none, somebody on this network made the headers up.", ("address", unknown.ToString()))
            : Finding.Well(settings.Forwarding ? $"Proxies are known: {string.Join(", ", settings.Known)}." : "No proxy is named and none was seen."));
}
