using System.Data.Common;
using Listening.Desk;
using Listening.Store;
using Listening.Storing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Whether what is stored has the shape that this program knows; another, newer program may have opened it.</summary>
public sealed class SchemaHealth(StoreRoom store, DeskStore desk) : IHealthCheck
{
    private const string Mend = "Run the newer version of the program, which wrote it; an older one must not write into it.";

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var (known, unknown) = await store.SchemaAsync(cancellationToken);
            var (missing, foreign) = await desk.SchemaAsync(cancellationToken);
            (string, object?)[] data = [("store", known.Count > 0 ? known[^1] : null), ("unknown", unknown.Concat(foreign).ToArray()), ("missing", missing.ToArray())];
            if (unknown.Count + foreign.Count > 0) return Finding.Failed("The data was written by a newer version of the program.", Mend, data);
            return missing.Count > 0
                ? Finding.Failed("The relational store has not this program's shape.", "Start the server: it brings the store up to date.", data)
                : Finding.Well("The data has this program's shape.", data);
        }
        catch (Exception exception) when (exception is StoreQueryException or ObjectDisposedException or DbException)
        {
            return Finding.Failed("The shape of the data cannot be read.", "See the checks of the store and the relational store.", ("lastError", exception.Message));
        }
    }
}
