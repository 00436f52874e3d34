using System.Globalization;
using System.Runtime.InteropServices;
using Listening.Store.Engine;
using Listening.Store.Engine.Embedded;
using Xunit;

namespace Listening.Tests.Store.Engine;

/// <summary>What the engine needs of a machine, and what is said where it lacks.</summary>
public sealed class EngineRequirementsTests : IDisposable
{
    private static readonly EngineMachine Good = new(true, Architecture.X64, "linux-x64", true, true);

    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void A_machine_that_cannot_run_it_is_told_why()
    {
        Assert.Null(EngineRequirements.PlatformFault(Good));
        foreach (var other in new[] { Good with { Linux = false, Runtime = "osx-x64" }, Good with { Architecture = Architecture.Arm64, Runtime = "linux-arm64" }, Good with { Runtime = "linux-musl-x64" } })
            Assert.Contains($"this is {other.Runtime}.", EngineRequirements.PlatformFault(other));
        foreach (var old in new[] { Good with { Sse42 = false }, Good with { Popcnt = false } })
            Assert.Contains("a processor with SSE4.2 and POPCNT", EngineRequirements.PlatformFault(old));
    }

    [Fact]
    public void A_missing_library_is_told_with_where_it_was_looked_for() =>
        Assert.EndsWith("Looked at: /nowhere/libchdb.so.", Assert.Throws<EngineUnavailableException>(() => EngineLibrary.Find("/nowhere/libchdb.so")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0::/a/b\n", "sys/fs/cgroup/a/b/memory.max", "1000000\n", 1_000_000)]
    [InlineData("0::/a/b\n", "sys/fs/cgroup/a/memory.max", "2000000\n", 2_000_000)]
    [InlineData("0::/a/b\n", "sys/fs/cgroup/a/b/memory.max", "max\n", 8_192_000)]
    [InlineData("0::/\n", "sys/fs/cgroup/memory.max", "3000000\n", 3_000_000)]
    [InlineData("5:cpu,memory:/d\n3:cpu:/e\n", "sys/fs/cgroup/memory/d/memory.limit_in_bytes", "4000000\n", 4_000_000)]
    [InlineData("5:memory:/d\n", "sys/fs/cgroup/memory/d/memory.limit_in_bytes", "9223372036854771712\n", 8_192_000)]
    [InlineData("3:cpu:/e\n", "sys/fs/cgroup/memory/e/memory.limit_in_bytes", "5\n", 8_192_000)]
    public void Memory_is_the_smallest_limit_of_the_control_groups_or_the_machines(string groups, string file, string limit, long bytes)
    {
        Write("proc/meminfo", "MemTotal:           8000 kB\nMemFree:            1000 kB\n");
        Write("proc/self/cgroup", groups);
        Write(file, limit);

        Assert.Equal(bytes, MachineMemory.Bytes(root.Path));
    }

    [Fact]
    public void A_group_and_one_above_it_have_the_smaller_of_their_limits()
    {
        Write("proc/meminfo", "MemTotal:           8000 kB\n");
        Write("proc/self/cgroup", "0::/a/b\n");
        Write("sys/fs/cgroup/a/memory.max", "100");
        Write("sys/fs/cgroup/a/b/memory.max", 200.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(100, MachineMemory.Bytes(root.Path));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(root.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
