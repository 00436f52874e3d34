using System.Diagnostics;
using Listening.Models.Learning;

namespace Listening.Benchmarks.Models;

/// <summary>A tool of others that gives every text a label; its answers are scored like ours.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Answer">Learns from the first, and labels the second.</param>
public sealed record Baseline(string Name, Func<IReadOnlyList<Example>, IReadOnlyList<Example>, Task<BaselineAnswers>> Answer)
{
    /// <summary>Runs a program to its end with <paramref name="input"/> on its standard input; answers its standard output. Throws when it ends with another code than 0.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? input = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            if (input is not null) await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException) when (process.WaitForExit(TimeSpan.FromSeconds(10)) && process.ExitCode != 0)
        {
            // It ended before it read everything: what it said of that is told below.
        }

        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await error}");
    }
}
