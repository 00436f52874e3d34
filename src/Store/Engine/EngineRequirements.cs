using System.Runtime.InteropServices;
using Listening.Store.Engine.Embedded;

namespace Listening.Store.Engine;

/// <summary>What the embedded engine needs, for whoever looks before it is opened.</summary>
public static class EngineRequirements
{
    /// <summary>Why the engine cannot run on this kind of machine, in words; null when it can.</summary>
    public static string? PlatformFault(EngineMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        if (!machine.Linux || machine.Architecture != Architecture.X64 || machine.Runtime.Contains("musl", StringComparison.Ordinal))
            return $"The embedded ClickHouse engine runs on 64-bit Intel or AMD Linux with glibc; this is {machine.Runtime}. Use such a machine or container.";
        return machine is { Sse42: true, Popcnt: true }
            ? null
            : "The embedded ClickHouse engine needs a processor with SSE4.2 and POPCNT; this one (or the virtual machine's CPU model) lacks them.";
    }

    /// <summary>Where the engine's library is; throws <see cref="EngineUnavailableException"/> that says where it was looked for.</summary>
    public static string Library() => EngineLibrary.Find(path: null);

    /// <summary>How many bytes of memory this process may have: of the machine, or what its control group allows.</summary>
    public static long Memory() => MachineMemory.Bytes();
}
