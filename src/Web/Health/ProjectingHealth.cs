using System.Globalization;
using Listening.Store.Projecting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Whether facts follow posts. Where they do not, what is shown is old but true, so it is a warning.</summary>
public sealed class ProjectingHealth(ProjectingLoop loop, FactProjector projector, TimeProvider time) : IHealthCheck
{
    /// <summary>From which age of the facts on somebody should look.</summary>
    public static readonly TimeSpan Old = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Look());

    private HealthCheckResult Look()
    {
        var (state, behind) = (loop.State, projector.Behind);
        var lag = behind == 0 ? TimeSpan.Zero : time.GetUtcNow() - state.LastRun;
        (string, object?)[] data =
        [
            ("behind", behind), ("lagSeconds", lag?.TotalSeconds), ("lastRun", state.LastRun), ("failures", state.Failures), ("lastError", state.LastError), ("nextTry", state.NextTry),
        ];
        if (state.Failures > 0)
            return Finding.Warning(
                string.Create(CultureInfo.InvariantCulture, $"Posts do not become facts: {state.Failures} runs failed in a row. What is shown is as of {state.LastRun:u}."),
                "It is tried again by itself. If the error stays, report it with the log; 'listening rebuild' derives everything again.", data);
        if (state.LastRun is null) return Finding.Warning("The facts are being brought up to date for the first time since the start.", "Wait; it shows what was known before.", data);
        return lag > Old
            ? Finding.Warning(string.Create(CultureInfo.InvariantCulture, $"The facts are {lag.Value.TotalSeconds:N0} s behind: {behind:N0} stored versions wait."), "Wait, if much came in at once; otherwise look at the machine's load.", data)
            : Finding.Well("Facts follow posts.", data);
    }
}
