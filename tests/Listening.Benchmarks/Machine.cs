using System.Runtime.InteropServices;

namespace Listening.Benchmarks;

/// <summary>What was measured on.</summary>
public static class Machine
{
    /// <summary>Cores, memory, processor, system, runtime.</summary>
    public static string Description { get; } =
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:N0} GB, {Processor()}, {RuntimeInformation.OSDescription}, .NET {Environment.Version}";

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
            : RuntimeInformation.ProcessArchitecture.ToString();
}
