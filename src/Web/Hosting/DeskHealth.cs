using System.Data.Common;
using Listening.Desk.Access;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Hosting;

/// <summary>Asks the relational store one row: without it nobody can sign in and no key is known.</summary>
public sealed class DeskHealth(Sessions sessions) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await sessions.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException exception)
        {
            return HealthCheckResult.Unhealthy("The relational store does not answer.", exception);
        }
    }
}
