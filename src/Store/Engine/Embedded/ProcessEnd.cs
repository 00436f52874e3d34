using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Listening.Store.Engine.Embedded;

/// <summary>The last resort of a process that ends without disposing its engine: an open connection at the end crashes it in the engine's destructors.</summary>
internal static partial class ProcessEnd
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Stops what runs and closes what can be closed; whether that was everything.</summary>
    internal static bool Drain(IReadOnlyList<ConnectionPool> pools, StatementKiller killer)
    {
        foreach (var pool in pools)
            pool.CloseUnused();
        var began = Stopwatch.GetTimestamp();
        while (pools.SelectMany(pool => pool.Rented).ToList() is { Count: > 0 } tags)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
                return false;
            killer.AskAsync(tags).Wait(Patience);
            Task.Delay(20).Wait();
        }
        return true;
    }

    /// <summary>Ends the process without running anything more, with the exit code it was going to have.</summary>
    internal static void LeaveAtOnce() => Exit(Environment.ExitCode);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}
