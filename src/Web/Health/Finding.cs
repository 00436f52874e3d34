using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>What a check says, in words.</summary>
internal static class Finding
{
    /// <summary>Under which name a finding carries what to do about it.</summary>
    public const string Mend = "mend";

    public static HealthCheckResult Well(string reason, params IEnumerable<(string Name, object? Value)> data) => HealthCheckResult.Healthy(reason, Data(data));

    /// <summary>It can serve all the same.</summary>
    public static HealthCheckResult Warning(string reason, string mend, params IEnumerable<(string Name, object? Value)> data) =>
        HealthCheckResult.Degraded(reason, data: Data(data.Append((Mend, mend))));

    /// <summary>It cannot serve.</summary>
    public static HealthCheckResult Failed(string reason, string mend, params IEnumerable<(string Name, object? Value)> data) =>
        HealthCheckResult.Unhealthy(reason, data: Data(data.Append((Mend, mend))));

    private static Dictionary<string, object> Data(IEnumerable<(string Name, object? Value)> data) =>
        data.Where(one => one.Value is not null).ToDictionary(one => one.Name, one => one.Value!);
}
