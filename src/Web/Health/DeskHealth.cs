using System.Data.Common;
using Listening.Desk;
using Listening.Desk.Access;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Asks the relational store one row: without it nobody can sign in and no key is known.</summary>
public sealed class DeskHealth(Sessions sessions) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await sessions.AnyAsync(cancellationToken);
            return Finding.Well("The relational store answers.");
        }
        catch (Exception exception) when (exception is DbException or DeskUnavailableException or IOException or ObjectDisposedException)
        {
            return Finding.Failed(
                "The relational store does not answer: nobody can sign in and no key is known.",
                "Look whether its file or server can be read by this user and is whole; a backup of it holds the keys.", ("lastError", exception.Message));
        }
    }
}
