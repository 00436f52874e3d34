using System.Diagnostics;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Program.Killing;

/// <summary>A server that derives everything again, asked to or because the registry is another, killed at random instants on one data directory.</summary>
public sealed class KilledRebuildTests(EngineFixture engine)
{
    private const int Posts = 2500, ChecksEvery = 10;

    [Fact]
    public async Task A_rebuild_killed_at_any_instant_leaves_whole_facts_of_the_registry_in_use()
    {
        using var world = new KilledWorld(offset: 3);
        var file = world.Write("all.ndjson", Threads.Batch(0, Posts));
        Assert.Equal(0, (await KilledWorld.RunAsync(["import", file, "--data", world.Data], killAfter: null)).Code);
        string[] handles = ["acme", "rival_too"];
        var clean = new Dictionary<string, IReadOnlyList<string>> { [handles[0]] = await world.CleanAsync(file), [handles[1]] = await world.FactsAsync(world.Clean, expected: null, handles[1]) };
        Assert.NotEqual(clean[handles[0]], clean[handles[1]]);

        var (wanted, lasts) = (Kills.Share(20), 1500.0);
        while (world.Killed < wanted)
        {
            var handle = handles[world.Chance.Next(handles.Length)];
            if (world.Chance.Next(2) == 0)
            {
                // A start, which derives again when the registry of the last one was another.
                var (code, _, _) = await KilledWorld.RunAsync(["serve", "--data", world.Data, "--urls", "http://127.0.0.1:0"], killAfter: 700 + world.Chance.Next(3000), handle);
                Assert.True(code is null, $"Seed {world.Seed}: the server ended by itself with {code}.");
            }
            else
            {
                await using var server = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(handle), TestContext.Current.CancellationToken);
                using var client = await world.ClientAsync(server);
                var began = Stopwatch.GetTimestamp();
                var rebuilding = RebuildAsync(client);
                await Task.WhenAny(rebuilding, Task.Delay(TimeSpan.FromMilliseconds(lasts * world.Chance.NextDouble() * 1.1), TestContext.Current.CancellationToken));
                if (rebuilding.IsCompleted) lasts = (lasts + Stopwatch.GetElapsedTime(began).TotalMilliseconds) / 2;
                await server.KillAsync();
                await rebuilding;
            }

            world.Killed++;
            if (world.Killed % ChecksEvery == 0) await world.FactsAsync(world.Data, clean[handle], handle);
        }

        foreach (var handle in handles) await world.FactsAsync(world.Data, clean[handle], handle);
        await world.SameTruthAsync(engine);
        TestContext.Current.SendDiagnosticMessage("Rebuild: killed {0} times, seed {1}, {2} facts", world.Killed, world.Seed, clean[handles[0]].Count);
    }

    private static async Task RebuildAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.PostAsync(new Uri("/api/v1/admin/rebuild", UriKind.Relative), null, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }
}
