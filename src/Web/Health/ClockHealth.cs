using System.Globalization;
using Listening.Storing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Whether the machine's clock can be believed: every wait is measured with it.</summary>
public sealed class ClockHealth : IHealthCheck
{
    /// <summary>How far a clock may jump or lie behind before somebody should look.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromMinutes(2);

    private static readonly FactQuery Newest = new("SELECT max(at) AS newest, count() AS rows FROM batches", new Dictionary<string, object?>(), TimeSpan.FromSeconds(5));
    private readonly IFactReader facts;
    private readonly TimeProvider time;
    private readonly DateTimeOffset began;
    private readonly long beganCount;

    /// <summary>Notes where the clock stands now.</summary>
    public ClockHealth(IFactReader facts, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        (this.facts, this.time, began, beganCount) = (facts, time, time.GetUtcNow(), time.GetTimestamp());
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        const string Mend = "Set the clock, and let the machine keep it by NTP; posts keep the instants their sources gave.";
        var now = time.GetUtcNow();
        var jumped = now - began - time.GetElapsedTime(beganCount);
        try
        {
            await foreach (var row in facts.ReadAsync(Newest, cancellationToken))
                if (row.Get<ulong>("rows") > 0 && row.Get<DateTimeOffset>("newest") is var newest && newest > now + Allowed)
                    return Finding.Warning(string.Create(CultureInfo.InvariantCulture, $"The clock says {now:u}, but posts were stored at {newest:u}: it was set back."), Mend, ("newestBatch", newest));
        }
        catch (Exception exception) when (exception is StoreQueryException or ObjectDisposedException)
        {
            return Finding.Warning("The clock cannot be held against what is stored.", "See the check of the store.", ("lastError", exception.Message));
        }

        return jumped.Duration() > Allowed
            ? Finding.Warning(string.Create(CultureInfo.InvariantCulture, $"The clock has jumped by {jumped.TotalSeconds:N0} s since the start (or the machine slept)."), Mend, ("jumpedSeconds", jumped.TotalSeconds))
            : Finding.Well("The clock runs.", ("jumpedSeconds", jumped.TotalSeconds));
    }
}
