using System.Runtime.InteropServices;

namespace Listening.Store.Engine.Embedded;

/// <summary>
/// Keeps the signal that the runtime stops its threads with, for a collection above all: SIGRTMIN (dotnet/runtime, pal/src/exception/signal.cpp,
/// INJECT_ACTIVATION_SIGNAL). The engine takes the same signal for its table <c>system.stack_trace</c> when the first connection opens (ClickHouse,
/// StorageSystemStackTrace.cpp), whatever <c>chdb_set_signal_handlers_enabled</c> was told. Its handler allocates memory, and a thread that is stopped while it
/// allocates holds that lock already: the whole process stands still for good. Two allocating threads and a collection a millisecond got there within 1.1 s, three times of
/// three; with the signal given back, 13 500 collections later nothing had happened. Without it, that table of the engine has nothing to tell.
/// </summary>
internal static unsafe partial class SuspensionSignal
{
    // More than a struct sigaction has on any Linux.
    private const int Bytes = 512;
    private static readonly byte[] Action = new byte[Bytes];
    private static readonly int Signal = First();

    /// <summary>Remembers who handles it; before the first connection.</summary>
    internal static void Remember()
    {
        fixed (byte* action = Action)
            Check(SignalAction(Signal, null, action));
    }

    /// <summary>
    /// Opens a connection and gives the signal back to whom it was remembered of: tried every millisecond, because the first connection lasts 14 ms longer
    /// than it takes to lose the signal, and certain when this returns.
    /// </summary>
    internal static T Keep<T>(Func<T> connect)
    {
        using var connected = new ManualResetEventSlim();
        var keeper = new Thread(() =>
        {
            while (!connected.Wait(1)) Restore();
        }) { IsBackground = true, Name = "Suspension signal" };
        keeper.Start();
        try
        {
            return connect();
        }
        finally
        {
            connected.Set();
            keeper.Join();
            Restore();
        }
    }

    /// <summary>The address of its handler.</summary>
    internal static nint Handler()
    {
        var action = stackalloc byte[Bytes];
        Check(SignalAction(Signal, null, action));
        // The handler is the first field.
        return *(nint*)action;
    }

    private static void Restore()
    {
        fixed (byte* action = Action)
            Check(SignalAction(Signal, action, null));
    }

    private static void Check(int code)
    {
        if (code != 0) throw new InvalidOperationException("The signal that stops threads cannot be looked at.");
    }

    [LibraryImport("libc", EntryPoint = "sigaction")]
    private static partial int SignalAction(int signal, byte* action, byte* before);

    [LibraryImport("libc", EntryPoint = "__libc_current_sigrtmin")]
    private static partial int First();
}
