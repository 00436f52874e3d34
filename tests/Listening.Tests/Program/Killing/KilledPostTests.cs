using System.Collections.Concurrent;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Program.Killing;

/// <summary>A server that takes posts and turns them into facts, killed at random instants on one data directory.</summary>
public sealed class KilledPostTests(EngineFixture engine)
{
    private const int ThreadsABatch = 25, Senders = 3, LongestLife = 100, MostAnswers = 12, DyingStarts = 8;

    [Fact]
    public async Task A_server_killed_at_any_instant_has_all_it_answered_for_each_once()
    {
        using var world = new KilledWorld(offset: 2);
        var (taken, wanted) = (0, Kills.Share(40));
        var (answered, before, unanswered) = (new List<string[]>(), new List<string[]>(), new ConcurrentQueue<string[]>());
        while (world.Killed < wanted)
        {
            if (world.Chance.Next(DyingStarts) == 0)
            {
                // While it opens its data and takes up the facts that the last life left behind.
                var (code, _, _) = await KilledWorld.RunAsync(["serve", "--data", world.Data, "--urls", "http://127.0.0.1:0"], killAfter: 400 + world.Chance.Next(2500));
                Assert.True(code is null, $"Seed {world.Seed}: the server ended by itself with {code}.");
                world.Killed++;
            }

            await using var server = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(), TestContext.Current.CancellationToken);
            using var client = await world.ClientAsync(server);
            foreach (var batch in before) await KnownAsync(world, client, batch);
            answered.AddRange(before);
            var now = new ConcurrentBag<string[]>();
            using var dead = new CancellationTokenSource();
            var sending = Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
            {
                while (!dead.IsCancellationRequested)
                {
                    if (!unanswered.TryDequeue(out var batch)) batch = Threads.Batch((Interlocked.Increment(ref taken) - 1) * ThreadsABatch, ThreadsABatch);
                    if (await KilledWorld.SendAsync(client, batch) is null) unanswered.Enqueue(batch);
                    else now.Add(batch);
                }
            })).ToArray();
            // Sometimes at once, mostly at any depth of its work, however fast the machine is today.
            for (var answers = world.Chance.Next(4) == 0 ? 0 : world.Chance.Next(MostAnswers); now.Count < answers;)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            await Task.Delay(world.Chance.Next(LongestLife), TestContext.Current.CancellationToken);
            await server.KillAsync();
            world.Killed++;
            await dead.CancelAsync();
            await Task.WhenAll(sending);
            before = [.. now];
        }

        Assert.NotEmpty(answered);
        await using (var server = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(), TestContext.Current.CancellationToken))
        {
            using var client = await world.ClientAsync(server);
            foreach (var batch in answered.Concat(before)) await KnownAsync(world, client, batch);
            foreach (var batch in unanswered) Assert.NotNull(await KilledWorld.SendAsync(client, batch));
            Assert.Equal(0, await server.StopAsync());
        }

        var clean = await world.CleanAsync(world.Write("all.ndjson", Enumerable.Range(0, taken).SelectMany(number => Threads.Batch(number * ThreadsABatch, ThreadsABatch))));
        await world.FactsAsync(world.Data, clean);
        await world.SameTruthAsync(engine);
        TestContext.Current.SendDiagnosticMessage("POST: killed {0} times, seed {1}, {2} batches, {3} answered, {4} facts", world.Killed, world.Seed, taken, answered.Count, clean.Count);
    }

    /// <summary>What was answered for is there: again it adds nothing.</summary>
    private static async Task KnownAsync(KilledWorld world, HttpClient client, string[] batch)
    {
        var receipt = await KilledWorld.SendAsync(client, batch);
        Assert.True(receipt == (0, batch.Length, 0), $"Seed {world.Seed}, after {world.Killed} kills: {receipt} for {batch.Length} lines that were answered for, from {batch[0]}");
    }
}
