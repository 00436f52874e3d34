using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Listening.Store.Engine.Embedded;

/// <summary>
/// Says which process owns the engine's directory. The operating system lets go of the lock when the process ends, however it ends; the text in the file
/// is only for people.
/// </summary>
internal sealed partial class OwnerLock : IDisposable
{
    private readonly FileStream file;

    private OwnerLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock. Throws <see cref="EngineInUseException"/> when somebody has it.</summary>
    internal static OwnerLock Take(string directory, DateTimeOffset now)
    {
        var path = Path.Combine(directory, "engine.lock");
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw InUse(directory, ReadOwner(path));
        }
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Environment.ProcessId} since {now:yyyy-MM-ddTHH:mm:ssZ}\n")));
        return new OwnerLock(file);
    }

    public void Dispose() => file.Dispose();

    private static EngineInUseException InUse(string directory, string owner)
    {
        int? process = int.TryParse(owner.Split(' ')[0], CultureInfo.InvariantCulture, out var id) ? id : null;
        var who = process is null ? "another process" : process == Environment.ProcessId ? "this process already" : $"process {owner}";
        return new EngineInUseException(
            $"The engine's directory {directory} is owned by {who}. One process at a time can have it: stop that one "
            + "(a running `listening serve` takes commands by itself), or choose another data directory.",
            process);
    }

    // .NET locks whatever it opens, so reading a locked file takes a plain open(2).
    private static string ReadOwner(string path)
    {
        var descriptor = Open(path, 0);
        if (descriptor < 0)
            return "";
        using var reader = new StreamReader(new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read));
        return reader.ReadToEnd().Trim();
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
