using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Program.Killing;

/// <summary>A data directory whose programs are killed again and again, and one that is left in peace to compare it with.</summary>
internal sealed class KilledWorld : IDisposable
{
    // Facts follow posts within moments; this is patience, not a measurement.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory directory = new();
    private readonly Dictionary<string, string> keys = [];

    public KilledWorld(int offset)
    {
        Seed = Kills.Seed + offset;
        Chance = new Random(Seed);
    }

    public int Seed { get; }

    public Random Chance { get; }

    /// <summary>Instants at which something was killed.</summary>
    public int Killed { get; set; }

    public string Data => Path.Combine(directory.Path, "data");

    public string Clean => Path.Combine(directory.Path, "clean");

    /// <summary>A data directory that nothing was ever started in.</summary>
    public string Fresh() => Path.Combine(directory.Path, $"fresh-{Guid.NewGuid():n}");

    /// <summary>Settings with Acme's handle; another handle is another registry.</summary>
    public static Dictionary<string, string> Settings(string handle = "acme") => new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme",
        ["LISTENING__Brands__0__Handles__0"] = $"*:{handle}",
        ["LISTENING__Brands__1__Name"] = "Rival",
        ["LISTENING__Brands__1__Kind"] = "competitor",
        ["LISTENING__Brands__1__Handles__0"] = "*:rival",
        ["LISTENING__Storage__MinimumFree"] = "0",
    };

    public string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(directory.Path, name);
        File.WriteAllLines(path, lines, new UTF8Encoding(false));
        return path;
    }

    /// <summary>Runs a command to its end, or kills it after some milliseconds; the code is null when it was killed.</summary>
    public static async Task<(int? Code, string Output, double Milliseconds)> RunAsync(IEnumerable<string> arguments, double? killAfter, string handle = "acme")
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Commands.Start(arguments, Settings(handle));
        var printed = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (killAfter is { } milliseconds)
        {
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TestContext.Current.CancellationToken));
            if (!ended.IsCompleted)
            {
                process.Kill();
                await ended;
                await printed;
                // It may have ended by itself in the moment before; killed is 128 + 9.
                if (process.ExitCode == 137) return (null, "", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        await ended;
        return (process.ExitCode, string.Concat(await printed), Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>A client with every scope of the tests; the key is made once a directory.</summary>
    public async Task<HttpClient> ClientAsync(RunningServer server)
    {
        if (!keys.TryGetValue(server.Data, out var key))
        {
            using var added = await server.WithKeyAsync("ingest,read,admin");
            keys[server.Data] = key = added.DefaultRequestHeaders.Authorization!.Parameter!;
        }

        var client = new HttpClient { BaseAddress = server.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>What an answered POST counted; null when there was no answer of 200.</summary>
    public static async Task<(long Accepted, long Duplicates, long Updated)?> SendAsync(HttpClient client, IEnumerable<string> lines)
    {
        try
        {
            using var content = new StringContent(string.Join('\n', lines), null, "application/x-ndjson");
            using var response = await client.PostAsync(new Uri("/api/v1/posts?arrival=backfill", UriKind.Relative), content, TestContext.Current.CancellationToken);
            if (!response.IsSuccessStatusCode) return null;
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            return (answer.GetProperty("accepted").GetInt64(), answer.GetProperty("duplicates").GetInt64(), answer.GetProperty("updated").GetInt64());
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Imports the file into the directory left in peace and gives its facts.</summary>
    public async Task<IReadOnlyList<string>> CleanAsync(string file, string handle = "acme")
    {
        var imported = await RunAsync(["import", file, "--data", Clean], killAfter: null, handle);
        Assert.True(imported.Code == 0, imported.Output);
        return await FactsAsync(Clean, expected: null, handle);
    }

    /// <summary>Starts a server on the directory and fails, with the seed, where its facts do not become those expected.</summary>
    public async Task<IReadOnlyList<string>> FactsAsync(string data, IReadOnlyList<string>? expected, string handle = "acme")
    {
        await using var server = await RunningServer.StartAsync(data, Settings(handle), TestContext.Current.CancellationToken);
        using var client = await ClientAsync(server);
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            var told = await Told.AllAsync(client);
            var complete = expected is null ? await CaughtUpAsync(server) : told.SequenceEqual(expected);
            if (complete) return expected is null ? await Told.AllAsync(client) : told;
            if (Stopwatch.GetElapsedTime(began) < Patience) continue;
            Assert.Equal(expected!.Except(told).Take(3), told.Except(expected!).Take(3));
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Seed {Seed}: {told.Count} facts instead of {expected!.Count}."));
        }
    }

    /// <summary>Fails where the versions stored in the killed directory are not those of the one left in peace. Nobody may have either open.</summary>
    public async Task SameTruthAsync(EngineFixture engine)
    {
        var (expected, stored) = (await Truth.AllAsync(engine, Clean), await Truth.AllAsync(engine, Data));
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Except(stored).Take(3), stored.Except(expected).Take(3));
        Assert.True(expected.Count == stored.Count, string.Create(CultureInfo.InvariantCulture, $"Seed {Seed}: {stored.Count} versions instead of {expected.Count}."));
    }

    private static async Task<bool> CaughtUpAsync(RunningServer server)
    {
        var view = await server.Client.GetFromJsonAsync<JsonElement>("/readyz", TestContext.Current.CancellationToken);
        return view.GetProperty("status").GetString() == "ready";
    }

    public void Dispose() => directory.Dispose();
}
