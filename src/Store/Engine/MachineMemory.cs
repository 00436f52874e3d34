using System.Globalization;

namespace Listening.Store.Engine;

/// <summary>How much memory this process may have: the smallest limit of its control groups (version 1 or 2), else all of the machine's.</summary>
internal static class MachineMemory
{
    internal static long Bytes()
    {
        var smallest = OfMachine();
        foreach (var file in LimitFiles())
            if (File.Exists(file) && long.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var limit) && limit > 0)
                smallest = Math.Min(smallest, limit);
        return smallest;
    }

    private static long OfMachine()
    {
        const string Key = "MemTotal:";
        if (File.Exists("/proc/meminfo"))
            foreach (var line in File.ReadLines("/proc/meminfo"))
                if (line.StartsWith(Key, StringComparison.Ordinal))
                    return 1024 * long.Parse(line[Key.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
    }

    // A line is "hierarchy:controllers:path"; a limit may also stand in any group above.
    private static IEnumerable<string> LimitFiles()
    {
        if (!File.Exists("/proc/self/cgroup"))
            yield break;
        foreach (var line in File.ReadLines("/proc/self/cgroup"))
        {
            var parts = line.Split(':', 3);
            var second = parts[1].Length == 0;
            if (!second && !parts[1].Split(',').Contains("memory"))
                continue;
            var root = second ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory";
            var file = second ? "memory.max" : "memory.limit_in_bytes";
            for (var group = parts[2]; !string.IsNullOrEmpty(group); group = Path.GetDirectoryName(group))
                yield return Path.Join(root, group, file);
        }
    }
}
