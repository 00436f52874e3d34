using Listening.Storing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Hosting;

/// <summary>Asks the store one row.</summary>
public sealed class StoreHealth(IFactReader facts) : IHealthCheck
{
    private static readonly FactQuery Question = new("SELECT 1 AS one", new Dictionary<string, object?>(), TimeSpan.FromSeconds(5));

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var _ in facts.ReadAsync(Question, cancellationToken)) return HealthCheckResult.Healthy();
            return HealthCheckResult.Unhealthy("The store answered no row.");
        }
        catch (StoreQueryException exception)
        {
            return HealthCheckResult.Unhealthy("The store does not answer.", exception);
        }
    }
}
