using System.Diagnostics;
using Listening.Tests.Program.Killing;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Output that nobody reads or that has no room.</summary>
public sealed class PipeTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("{0} | head -c 1 >/dev/null")] // read a little, then closed
    [InlineData("{0} | true")] // never read
    [InlineData("{0} >/dev/full")]
    [InlineData("{0} >/dev/full 2>/dev/full")]
    [InlineData("{0} >&- 2>&-")] // closed before it began
    public async Task A_command_whose_output_is_lost_does_its_work_and_shows_no_trace(string line)
    {
        var file = directory.File("posts.ndjson");
        await File.WriteAllLinesAsync(file, [.. Threads.Batch(0, 40), "not a post"], TestContext.Current.CancellationToken);
        var data = directory.File("data");
        var command = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "Listening.Web.dll")}' import '{file}' --data '{data}'";
        var (code, error) = await ShellAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, line, command));

        Assert.True(code is 0 or 1, $"{code}: {error}");
        Assert.DoesNotContain("   at ", error);
        Assert.DoesNotContain("Unhandled", error);
        var again = await Commands.RunAsync(["import", file, "--data", data], KilledWorld.Settings());
        Assert.Contains("0 accepted, 60 duplicate, 0 updated, 1 rejected", again.Output);
    }

    private static async Task<(int Code, string Error)> ShellAsync(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", "set -o pipefail; " + line]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in KilledWorld.Settings()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error + await output);
    }
}
