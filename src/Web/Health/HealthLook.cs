using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Looks at everything; who asks while it looks gets the same answer, so that asking often costs little.</summary>
public sealed class HealthLook(HealthCheckService checks)
{
    /// <summary>Without these nothing can be served; whatever else fails is a warning.</summary>
    private static readonly string[] Needed = ["store", "desk", "disk", "schema"];

    private readonly Lock gate = new();
    private Task<HealthView>? looking;
    private HealthView? last;

    /// <summary>What was seen last; null before the first look.</summary>
    public HealthView? Last => Volatile.Read(ref last);

    /// <summary>Looks now.</summary>
    public Task<HealthView> LookAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (looking is null or { IsCompleted: true }) looking = LookAsync();
            return looking.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthView> LookAsync()
    {
        // Not on the thread that holds the lock.
        await Task.Yield();
        var report = await checks.CheckHealthAsync(CancellationToken.None);
        var found = report.Entries.Select(entry => Of(entry.Key, entry.Value)).OrderBy(check => check.Name, StringComparer.Ordinal).ToList();
        var view = HealthView.Of(found);
        Volatile.Write(ref last, view);
        return view;
    }

    private static CheckView Of(string name, HealthReportEntry entry)
    {
        var status = entry.Status switch
        {
            HealthStatus.Healthy => "ok",
            HealthStatus.Unhealthy when Needed.Contains(name) => "failed",
            _ => "warning",
        };
        var mend = entry.Data.TryGetValue(Finding.Mend, out var words) ? words as string : status == "ok" ? null : "Look at the log.";
        var data = entry.Data.Where(one => one.Key != Finding.Mend).ToDictionary(one => one.Key, one => one.Value);
        return new(name, status, entry.Description ?? entry.Exception?.Message ?? (status == "ok" ? "Well." : "It does not answer."), mend, data);
    }
}
