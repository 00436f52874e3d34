using System.Runtime.InteropServices;
using Intrinsics = System.Runtime.Intrinsics.X86;

namespace Listening.Store.Engine;

/// <summary>What the embedded engine must know of a machine.</summary>
/// <param name="Linux">It is Linux.</param>
/// <param name="Architecture">Of this process.</param>
/// <param name="Runtime">.NET's name for it, such as <c>linux-x64</c> or <c>linux-musl-x64</c>.</param>
/// <param name="Sse42">The processor has SSE4.2.</param>
/// <param name="Popcnt">The processor has POPCNT.</param>
public sealed record EngineMachine(bool Linux, Architecture Architecture, string Runtime, bool Sse42, bool Popcnt)
{
    /// <summary>The machine this runs on.</summary>
    public static EngineMachine This() => new(
        OperatingSystem.IsLinux(), RuntimeInformation.ProcessArchitecture, RuntimeInformation.RuntimeIdentifier,
        Intrinsics.Sse42.IsSupported, Intrinsics.Popcnt.IsSupported);
}
