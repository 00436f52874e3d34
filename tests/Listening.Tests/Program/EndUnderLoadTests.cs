using System.Collections.Concurrent;
using Listening.Tests.Program.Killing;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>SIGTERM while everything is busy.</summary>
public sealed class EndUnderLoadTests
{
    [Fact]
    public async Task A_server_that_takes_posts_and_an_import_and_is_watched_ends_in_time_without_a_trace_and_has_what_it_answered_for()
    {
        using var world = new KilledWorld(offset: 5);
        var (taken, answered) = (0, new ConcurrentBag<string[]>());
        await using (var server = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(), TestContext.Current.CancellationToken))
        {
            using var client = await world.ClientAsync(server);
            using var stream = await client.GetAsync(new Uri("/api/v1/stream?dashboard=operations", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            var importing = KilledWorld.RunAsync(["import", world.Write("import.ndjson", Threads.Batch(1_000_000, 30_000)), "--data", world.Data], killAfter: null);
            using var ended = new CancellationTokenSource();
            var sending = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
            {
                while (!ended.IsCancellationRequested)
                {
                    var batch = Threads.Batch((Interlocked.Increment(ref taken) - 1) * 25, 25);
                    if (await KilledWorld.SendAsync(client, batch) is null) return;
                    answered.Add(batch);
                }
            })).ToArray();
            while (answered.Count < 20) await Task.Delay(20, TestContext.Current.CancellationToken);

            Assert.Equal(0, await server.StopAsync());
            await ended.CancelAsync();
            await Task.WhenAll(sending);
            var (_, output, _) = await importing;
            Assert.DoesNotContain("   at ", output);
            var (printed, error) = await server.WrittenAsync();
            Assert.DoesNotContain("   at ", printed + error);
        }

        await using var again = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(), TestContext.Current.CancellationToken);
        using var sender = await world.ClientAsync(again);
        foreach (var batch in answered) Assert.Equal((0, batch.Length, 0), await KilledWorld.SendAsync(sender, batch));
    }
}
