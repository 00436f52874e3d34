namespace Listening.Web.Health;

/// <summary>How the program is.</summary>
/// <param name="Status">ready; degraded, when it serves and somebody should look; unready, when it cannot serve.</param>
/// <param name="Checks">The single checks; null for who may only know the status.</param>
public sealed record HealthView(string Status, IReadOnlyList<CheckView>? Checks)
{
    /// <summary>Of these checks; the worst of them says the status.</summary>
    public static HealthView Of(IReadOnlyList<CheckView> checks) =>
        new(checks.Any(check => check.Status == "failed") ? "unready" : checks.Any(check => check.Status == "warning") ? "degraded" : "ready", checks);
}
