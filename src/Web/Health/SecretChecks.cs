using Listening.Access;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Whether every secret that is kept can be opened.</summary>
public static class SecretChecks
{
    /// <summary>Opens each and forgets it at once.</summary>
    public static async Task<HealthCheckResult> LookAsync(ISecretKeeper keeper, ISecretReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keeper);
        ArgumentNullException.ThrowIfNull(reader);
        var closed = new List<string>();
        var kept = await keeper.ListAsync(cancellationToken);
        foreach (var secret in kept)
            try
            {
                await reader.ReadAsync(secret.Name, cancellationToken);
            }
            catch (SecretUnreadableException)
            {
                closed.Add(secret.Name);
            }

        return closed.Count == 0
            ? Finding.Well(kept.Count == 0 ? "No secret is kept." : $"{kept.Count} secrets are kept, and all can be opened.")
            : Finding.Failed($"Secrets that the key ring does not open: {string.Join(", ", closed)}.", "Put the key ring back (Secrets:KeyFile, or 'keys' of the data directory), or give them anew with 'listening secret set'.");
    }
}
