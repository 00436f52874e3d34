using Listening.Storing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Asks the store one row.</summary>
public sealed class StoreHealth(IFactReader facts) : IHealthCheck
{
    private const string Mend = "Look at the log for its last error, then start the program again; stored posts are kept.";
    private static readonly FactQuery Question = new("SELECT 1 AS one", new Dictionary<string, object?>(), TimeSpan.FromSeconds(5));

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var _ in facts.ReadAsync(Question, cancellationToken)) return Finding.Well("The store answers.");
            return Finding.Failed("The store answered no row.", Mend);
        }
        catch (StoreQueryException exception)
        {
            return Finding.Failed("The store does not answer.", Mend, ("code", exception.Code), ("lastError", exception.Message));
        }
        catch (ObjectDisposedException)
        {
            return Finding.Failed("The store is closed.", "The program is ending, or its engine was closed: start it again.");
        }
    }
}
