using System.Globalization;
using Listening.Tests;
using Listening.Tests.Fuzzing;
using Listening.Tests.Fuzzing.Live;
using Listening.Tests.Program;

namespace Listening.Benchmarks.Fuzzing;

/// <summary>
/// The tests' fuzzers for minutes instead of seconds, both at once: one over what reads, one over a running server. Says what was tried, and the seed of
/// what failed.
/// </summary>
public static class LongFuzz
{
    /// <summary>0 when everything kept its word, 1 when something did not.</summary>
    public static async Task<int> RunAsync(FuzzArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (began, length) = (TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(arguments.Minutes));
        using var ended = new CancellationTokenSource();
        var reading = EndingAsync(() => Fuzzer.RunAsync(arguments.Seed, length, TimeProvider.System, ended.Token));
        var serving = EndingAsync(() => LiveAsync(arguments.Seed, length, ended.Token));
        var ((read, readFault), (live, liveFault)) = (await reading, await serving);

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var result = string.Create(CultureInfo.InvariantCulture, $"""
            # Fuzzer, {began:yyyy-MM-dd HH:mm} UTC

            {Machine.Description}. Both at once for {(TimeProvider.System.GetUtcNow() - began).TotalMinutes:N1} minutes, first seed {arguments.Seed}.

            What reads, in the process: NDJSON, JSON arrays, two kinds of tables and gzip, plain and damaged, each whole and in pieces; searches, cursors, instants and the
            parameters of metrics. Everything is a post or a value that is written and read back the same, or refused with a reason.

            | tries | lines that were posts | refused lines and questions | most memory | found |
            |---|---|---|---|---|
            | {read.Tries:N0} | {read.Posts:N0} | {read.Refused:N0} | {process.PeakWorkingSet64 / 1e6:N0} MB | {Found(readFault)} |

            The program itself, over HTTP: bodies of every kind it takes, with right and wrong lengths, chunks, types, encodings, keys and parameters, whole, half and
            cut, and addresses to read from. Every request gets an answer below 500 (505 for a version of HTTP that is none) or the connection ends; the counts of an answer
            are those of the lines sent; what was answered for is no news when it comes again; /readyz stays 200, the facts follow, the log has no error and the end is in order.

            | connections | answered 200 | answered 4xx | ended without an answer | sent again | lines accounted for | new posts | most memory of the server | found |
            |---|---|---|---|---|---|---|---|---|
            | {live.Count.Connections:N0} | {live.Count.Taken:N0} | {live.Count.Refused:N0} | {live.Count.Cut:N0} | {live.Count.Repeated:N0} | {live.Count.Lines:N0} | {live.Count.Posts:N0} | {live.Memory / 1e6:N0} MB | {Found(liveFault)} |

            {readFault}{liveFault}
            """).TrimEnd() + "\n";
        Console.Write(result);
        if (arguments.Out is { } path) await File.WriteAllTextAsync(path, result);
        return readFault is null && liveFault is null ? 0 : 1;

        // What one found ends the other too.
        async Task<(T Count, string? Fault)> EndingAsync<T>(Func<Task<T>> run)
            where T : struct
        {
            try
            {
                return (await Task.Run(run), null);
            }
            catch (FuzzFailure found)
            {
                await ended.CancelAsync();
                return (default, found.Message);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return (default, null);
            }
        }
    }

    private static string Found(string? fault) => fault is null ? "nothing" : "a fault, below";

    private static async Task<(LiveCount Count, long Memory)> LiveAsync(int seed, TimeSpan length, CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        await using var server = await RunningServer.StartAsync(directory.File("data"), LiveFuzzer.Settings(), cancellationToken);
        using var keyed = await server.WithKeyAsync("ingest,read");
        using var fuzzer = new LiveFuzzer(server.Client.BaseAddress!, keyed.DefaultRequestHeaders.Authorization!.Parameter!);
        var count = await fuzzer.RunAsync(seed, length, TimeProvider.System, cancellationToken);
        var memory = server.MostMemory;
        FuzzFailure.Unless(await server.StopAsync() == 0, "the server did not end in order");
        LiveFuzzer.CheckLog(await server.SaidAsync());
        return (count, memory);
    }
}
