using System.Globalization;
using Listening.Tests.Fuzzing;

namespace Listening.Benchmarks.Fuzzing;

/// <summary>The tests' fuzzer for minutes instead of seconds; says what was tried, and the seed of what failed.</summary>
public static class LongFuzz
{
    /// <summary>0 when everything kept its word, 1 when something did not.</summary>
    public static async Task<int> RunAsync(FuzzArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (began, failure, count) = (TimeProvider.System.GetUtcNow(), (string?)null, default(FuzzCount));
        try
        {
            count = await Fuzzer.RunAsync(arguments.Seed, TimeSpan.FromMinutes(arguments.Minutes), TimeProvider.System, CancellationToken.None);
        }
        catch (FuzzFailure found)
        {
            failure = found.Message;
        }

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var result = string.Create(CultureInfo.InvariantCulture, $"""
            # Fuzzer, {began:yyyy-MM-dd HH:mm} UTC

            {Machine.Description}

            | minutes | first seed | tries | lines that were posts | refused lines and questions | most memory | found |
            |---|---|---|---|---|---|---|
            | {(TimeProvider.System.GetUtcNow() - began).TotalMinutes:N1} | {arguments.Seed} | {count.Tries:N0} | {count.Posts:N0} | {count.Refused:N0} | {process.PeakWorkingSet64 / 1e6:N0} MB | {(failure is null ? "nothing" : "a fault, below")} |

            {failure}
            """).TrimEnd() + "\n";
        Console.Write(result);
        if (arguments.Out is { } path) await File.WriteAllTextAsync(path, result);
        return failure is null ? 0 : 1;
    }
}
