using System.Diagnostics;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>A real file system of a few megabytes, in memory; the test is skipped, with the reason, where none can be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private SmallDisk()
    {
    }

    public string Path => directory.Path;

    private string Filler => directory.File("filler");

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk();
        try
        {
            var (code, words) = await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "listening-test", disk.Path);
            Assert.SkipUnless(code == 0, $"No small file system can be mounted here, which takes root: {words}");
            return disk;
        }
        catch
        {
            disk.directory.Dispose();
            throw;
        }
    }

    /// <summary>Fills it up to so many bytes that stay free; 0 fills it whole.</summary>
    public void Fill(long free)
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (new DriveInfo(Path).AvailableFreeSpace > free) filler.Write(block);
        }
        catch (IOException)
        {
            // Full, which is what was wanted.
        }
    }

    /// <summary>Gives all the room back.</summary>
    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        using (var unmount = Process.Start("umount", ["-l", Path])) unmount.WaitForExit();
        directory.Dispose();
    }

    private static async Task<(int Code, string Words)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var words = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, words.Trim());
    }
}
