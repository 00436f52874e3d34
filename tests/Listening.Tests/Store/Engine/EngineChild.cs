using System.Diagnostics;
using System.Runtime.CompilerServices;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Tests.Store.Engine;

/// <summary>This program as a second process with an engine: started with a directory in the environment, it opens that one and ends instead of testing.</summary>
internal static class EngineChild
{
    private const string Variable = "LISTENING_TESTS_ENGINE_CHILD";

    /// <summary>Starts it and says its exit code and what it wrote.</summary>
    internal static async Task<(int ExitCode, string Output)> RunAsync(string directory, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variable] = directory;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }

#pragma warning disable CA2255 // The test runner owns Main.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } directory)
            Environment.Exit(Live(directory));
    }

    // Leaves everything open: an idle connection, and a stream that nobody reads on. No await: the module is still being initialized.
    private static int Live(string directory)
    {
        try
        {
            var facts = EmbeddedEngine.Open(new EmbeddedOptions { Directory = directory, MemoryLimitBytes = 1L << 30 }).Database("facts");
            facts.ExecuteAsync(Query("CREATE TABLE IF NOT EXISTS t (x UInt8) ENGINE = MergeTree ORDER BY x"), CancellationToken.None).GetAwaiter().GetResult();
            _ = facts.ExecuteAsync(Query("SELECT sum(sipHash64(number)) FROM system.numbers"), CancellationToken.None);
            var rows = facts.ReadAsync(Query("SELECT number FROM system.numbers"), CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
            Console.WriteLine("read " + rows.MoveNextAsync().AsTask().GetAwaiter().GetResult());
            return 0;
        }
        catch (EngineInUseException exception)
        {
            Console.WriteLine(exception.Message);
            return 3;
        }
    }

    private static FactQuery Query(string sql) => new(sql, new Dictionary<string, object?>());
}
