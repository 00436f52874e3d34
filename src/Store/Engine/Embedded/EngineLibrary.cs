using System.Reflection;
using System.Runtime.InteropServices;

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
            if (EngineRequirements.PlatformFault(EngineMachine.This()) is { } fault) throw new EngineUnavailableException(fault);
            var library = Open(path);
            NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Libchdb.Name ? library : 0);
            // Before the first connection: with the engine's own handlers a caught NullReferenceException hangs the process.
            Libchdb.chdb_set_signal_handlers_enabled(0);
            SuspensionSignal.Remember();
            loaded = true;
        }
    }

    private static nint Open(string? path)
    {
        var found = Find(path);
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

    /// <summary>The library's path; throws <see cref="EngineUnavailableException"/> with where it was looked for.</summary>
    internal static string Find(string? path)
    {
        var probed = Places(path).ToList();
        return probed.Find(File.Exists) ?? throw new EngineUnavailableException(
            "The ClickHouse engine (libchdb.so) is not there. Run `npm ci` in the checkout (Node 20 or later; 178 MB to fetch), or set CHDB_LIB_PATH "
            + "to a libchdb.so. Looked at: " + string.Join(", ", probed) + ".");
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
