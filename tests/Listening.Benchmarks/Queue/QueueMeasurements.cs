using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Listening.Access;
using Listening.Benchmarks.Scale;
using Listening.Desk;
using Listening.Desk.Access;

namespace Listening.Benchmarks.Queue;

/// <summary>
/// How long agents wait for a queue and for what they do there, over the program as it is installed, with many cases open and many agents at once: first each as
/// people work (an action in two seconds), then without a pause. The clients run on the same machine.
/// </summary>
public static class QueueMeasurements
{
    private static readonly string[] Searches = ["refund AND charged", "\"still waiting\" -refund", "card* followers:>90000", "assignee:nobody priority:>10 login"];
    private static readonly (string Name, TimeSpan Pace)[] Loads = [("an action in two seconds each", TimeSpan.FromSeconds(2)), ("no pause at all", TimeSpan.Zero)];

    /// <summary>Measures and prints; 0.</summary>
    public static async Task<int> RunAsync(QueueArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var folder = Directory.CreateTempSubdirectory("listening-queue-").FullName;
        // PostgreSQL runs as somebody else, who has to come through.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        try
        {
            var table = new Table($"Queues with {arguments.Cases:N0} open cases and {arguments.Agents} agents at once: {arguments.Name}");
            foreach (var database in arguments.Databases)
            {
                var data = Path.Combine(folder, database);
                if (database == "sqlite")
                {
                    await MeasureAsync(table, arguments, database, data, null);
                    continue;
                }

                await using var postgres = await PostgresInstance.StartAsync(Path.Combine(folder, "server"));
                await MeasureAsync(table, arguments, database, data, postgres.ConnectionString);
            }

            Console.WriteLine(table);
            if (arguments.Out is not null) await File.WriteAllTextAsync(arguments.Out, table.ToString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Table table, QueueArguments arguments, string database, string data, string? server)
    {
        var settings = server is null ? [] : new Dictionary<string, string> { ["LISTENING__Storage__Operational"] = server };
        await using var program = new ListeningProgram(data, settings);
        // Makes the tables.
        await program.RunAsync("key", "add", "first", "--scope", "triage");
        var keys = new List<string>();
        await using (var store = server is null ? DeskStore.Sqlite(Path.Combine(data, "desk.db")) : DeskStore.Postgres(PostgresAddress.Read(server)))
        {
            var known = new ApiKeys(store, TimeProvider.System);
            for (var i = 0; i < arguments.Agents; i++) keys.Add((await known.AddAsync($"agent{i}", ["triage"], new Actor("benchmark", null), CancellationToken.None)).Secret);
            var started = Stopwatch.GetTimestamp();
            await QueueCases.WriteAsync(store, arguments.Cases, [.. Enumerable.Range(0, arguments.Agents).Select(i => $"key agent{i}")], TimeProvider.System.GetUtcNow());
            Console.Error.WriteLine($"… {database}: {arguments.Cases:N0} cases written in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
        }

        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        await program.ServeAsync(address);
        await LoadAsync(address, keys, TimeSpan.Zero, 3);
        foreach (var (name, pace) in Loads)
        {
            Console.Error.WriteLine($"… {database}: {name}");
            var before = program.ServerProcessorTime;
            var times = await LoadAsync(address, keys, pace, arguments.Seconds);
            var cost = program.ServerProcessorTime - before;
            foreach (var what in times.GroupBy(time => time.What).OrderByDescending(group => group.Key))
            {
                var all = what.Select(time => time.Milliseconds).ToList();
                table.Add($"{database}, {name}: {Titles[what.Key]}", $"p50 {Quantiles.Of(all, 0.5):N0} ms, p95 {Quantiles.Of(all, 0.95):N0} ms", $"n = {all.Count}, {all.Count / (double)arguments.Seconds:N0}/s");
            }

            table.Add($"{database}, {name}: the server's processor time", $"{cost.TotalMilliseconds / Math.Max(1, times.Count):N1} ms a request", $"{cost.TotalSeconds / arguments.Seconds:N1} cores; others on the machine: {await File.ReadAllTextAsync("/proc/loadavg")}".TrimEnd());
        }
    }

    private static readonly Dictionary<string, string> Titles = new() { ["view"] = "a view opens", ["action"] = "an action answers", ["search"] = "a search answers" };

    private static async Task<List<(string What, double Milliseconds)>> LoadAsync(Uri address, List<string> keys, TimeSpan pace, int seconds)
    {
        var times = new ConcurrentBag<(string, double)>();
        var agents = keys.Select((key, i) => new QueueAgent(address, key, i, Searches)).ToList();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(agents.Select(agent => agent.WorkAsync(pace, times, end.Token)));
        agents.ForEach(agent => agent.Dispose());
        return [.. times];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
