using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Listening.Store.Engine.Embedded;

/// <summary>Finds and loads libchdb, once a process.</summary>
internal static class EngineLibrary
{
    private const string Package = "node_modules/@chdb/lib-linux-x64-gnu/libchdb.so";
    private static readonly Lock Gate = new();
    private static bool loaded;

    /// <summary>Loads the library. Throws <see cref="EngineUnavailableException"/> with what is missing.</summary>
    internal static void Load(string? path)
    {
        lock (Gate)
        {
            if (loaded)
                return;
            CheckPlatform();
            var library = Open(path);
            NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Libchdb.Name ? library : 0);
            // Before the first connection: with the engine's own handlers a caught NullReferenceException hangs the process.
            Libchdb.chdb_set_signal_handlers_enabled(0);
            loaded = true;
        }
    }

    private static void CheckPlatform()
    {
        var identifier = RuntimeInformation.RuntimeIdentifier;
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64 || identifier.Contains("musl", StringComparison.Ordinal))
            throw new EngineUnavailableException(
                $"The embedded ClickHouse engine runs on 64-bit Intel or AMD Linux with glibc; this is {identifier}. Use such a machine or container.");
        if (!Sse42.IsSupported || !Popcnt.IsSupported)
            throw new EngineUnavailableException(
                "The embedded ClickHouse engine needs a processor with SSE4.2 and POPCNT; this one (or the virtual machine's CPU model) lacks them.");
    }

    private static nint Open(string? path)
    {
        var probed = Places(path).ToList();
        var found = probed.Find(File.Exists) ?? throw new EngineUnavailableException(
            "The ClickHouse engine (libchdb.so) is not there. Run `npm ci` in the checkout (Node 20 or later; 178 MB to fetch), or set CHDB_LIB_PATH "
            + "to a libchdb.so. Looked at: " + string.Join(", ", probed) + ".");
        try
        {
            return NativeLibrary.Load(found);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw new EngineUnavailableException(
                $"{found} is there but cannot be loaded; it may be cut short. Run `npm ci` in the checkout again.", exception);
        }
    }

    private static IEnumerable<string> Places(string? path)
    {
        if (path is not null)
        {
            yield return path;
            yield break;
        }
        if (Environment.GetEnvironmentVariable("CHDB_LIB_PATH") is { Length: > 0 } variable)
            yield return variable;
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return Path.Combine(folder, Package);
    }
}
