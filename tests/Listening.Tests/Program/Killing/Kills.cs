using System.Globalization;

namespace Listening.Tests.Program.Killing;

/// <summary>How many instants are tried and what chance decides them.</summary>
internal static class Kills
{
    private const int Few = 10;

    /// <summary>All of them: <c>LISTENING_KILLS</c>, else ten. The instants are others in every run.</summary>
    public static int All =>
        int.TryParse(Environment.GetEnvironmentVariable("LISTENING_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : Few;

    /// <summary>A part of them, at least one.</summary>
    public static int Share(int percent) => Math.Max(1, All * percent / 100);

    /// <summary><c>LISTENING_SEED</c>, else one by the clock: other instants every time, and the failure names it.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("LISTENING_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said
        : (int)(TimeProvider.System.GetTimestamp() & 0xFFFFFF);
}
