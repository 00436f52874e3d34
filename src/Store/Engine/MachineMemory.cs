using System.Globalization;

namespace Listening.Store.Engine;

/// <summary>How much memory this process may have: the smallest limit of its control groups (version 1 or 2), else all of the machine's.</summary>
internal static class MachineMemory
{
    internal static long Bytes(string root = "/")
    {
        var smallest = OfMachine(root);
        foreach (var file in LimitFiles(root))
            if (File.Exists(file) && long.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var limit) && limit > 0)
                smallest = Math.Min(smallest, limit);
        return smallest;
    }

    private static long OfMachine(string root)
    {
        const string Key = "MemTotal:";
        var file = Path.Join(root, "proc/meminfo");
        if (File.Exists(file))
            foreach (var line in File.ReadLines(file))
                if (line.StartsWith(Key, StringComparison.Ordinal))
                    return 1024 * long.Parse(line[Key.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
    }

    // A line is "hierarchy:controllers:path"; a limit may also stand in any group above.
    private static IEnumerable<string> LimitFiles(string top)
    {
        var groups = Path.Join(top, "proc/self/cgroup");
        if (!File.Exists(groups))
            yield break;
        foreach (var line in File.ReadLines(groups))
        {
            var parts = line.Split(':', 3);
            var second = parts[1].Length == 0;
            if (!second && !parts[1].Split(',').Contains("memory"))
                continue;
            var root = Path.Join(top, second ? "sys/fs/cgroup" : "sys/fs/cgroup/memory");
            var file = second ? "memory.max" : "memory.limit_in_bytes";
            for (var group = parts[2]; !string.IsNullOrEmpty(group); group = Path.GetDirectoryName(group))
                yield return Path.Join(root, group, file);
        }
    }
}
