using System.Diagnostics;

namespace Listening.Tests.Program;

/// <summary>The program's commands, each a process of its own.</summary>
internal static class Commands
{
    private static readonly Dictionary<string, string> NoSettings = [];

    /// <summary>Starts a command.</summary>
    public static Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Listening.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // What most tests tell of waits is told of posts that nothing has sorted; the others say so.
        start.Environment["LISTENING__Models__Sort"] = "false";
        foreach (var (name, value) in settings ?? NoSettings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        using var process = Start(arguments, settings);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
