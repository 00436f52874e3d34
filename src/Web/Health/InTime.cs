using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>
/// A check that is not waited for longer than <see cref="Longest"/>. What it asks may be connected and silent, and what cancels the question then asks the same silent
/// one; so the question is left to end by itself. It is asked on a thread of its own, because what reads a file (SQLite) blocks the one that asks.
/// </summary>
internal sealed class InTime(IHealthCheck check, TimeProvider time) : IHealthCheck
{
    /// <summary>Longest time that one check may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Task.Run(() => check.CheckHealthAsync(context, cancellationToken), cancellationToken).WaitAsync(Longest, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return Finding.Failed($"It does not answer within {Longest.TotalSeconds:N0} seconds.", "Look whether what it asks is overloaded or stopped: it is connected and says nothing.");
        }
    }
}
