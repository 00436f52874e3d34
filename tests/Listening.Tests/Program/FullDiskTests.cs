using System.Globalization;
using System.Net;
using Listening.Tests.Program.Killing;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>A data directory on a file system that is really full.</summary>
public sealed class FullDiskTests
{
    private const int Megabytes = 200;
    private const long StaysFree = 32L << 20;
    private static readonly Uri Ready = new("/readyz", UriKind.Relative);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StaysFree, StaysFree / 2)] // refused before the engine fails
    [InlineData(0, 0)] // the engine itself finds no room
    public async Task A_full_disk_refuses_posts_and_loses_none_and_takes_them_again_when_there_is_room(long minimum, long free)
    {
        using var disk = await SmallDisk.MountAsync(Megabytes);
        using var world = new KilledWorld(offset: 4);
        var settings = new Dictionary<string, string>(KilledWorld.Settings()) { ["LISTENING__Storage__MinimumFree"] = minimum.ToString(CultureInfo.InvariantCulture) };
        var data = Path.Combine(disk.Path, "data");
        var batches = Enumerable.Range(0, 30).Select(number => Threads.Batch(number * 40, 40)).ToList();
        var answered = new List<string[]>();
        await using (var server = await RunningServer.StartAsync(data, settings, Cancelled))
        {
            using var client = await world.ClientAsync(server);
            answered.AddRange(await TakenAsync(client, batches.Take(10)));
            Assert.Equal(10, answered.Count);

            disk.Fill(free);
            answered.AddRange(await TakenAsync(client, batches.Skip(10).Take(10)));
            Assert.True(answered.Count < 20, "nothing was refused though the disk is full");
            using (var refused = await PostAsync(client, batches[20]))
            {
                var words = await refused.Content.ReadAsStringAsync(Cancelled);
                Assert.True(refused.StatusCode is HttpStatusCode.InsufficientStorage or HttpStatusCode.ServiceUnavailable, words);
                Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
                if (minimum > 0) Assert.Contains("urn:listening:problem:disk-full", words);
            }

            if (minimum > 0)
            {
                using var unready = await server.Client.GetAsync(Ready, Cancelled);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.StatusCode);
                Assert.Contains("The disk is full: ", await unready.Content.ReadAsStringAsync(Cancelled));
            }

            disk.Free();
            // By itself: nobody starts it again.
            foreach (var batch in batches) Assert.NotNull(await AgainAsync(client, batch));
            using var ready = await server.Client.GetAsync(Ready, Cancelled);
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            Assert.Equal(0, await server.StopAsync());
        }

        var clean = await world.CleanAsync(world.Write("all.ndjson", batches.SelectMany(batch => batch)));
        await using var last = await RunningServer.StartAsync(data, settings, Cancelled);
        using var again = await world.ClientAsync(last);
        foreach (var batch in answered) Assert.Equal((0, batch.Length, 0), await KilledWorld.SendAsync(again, batch));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!clean.SequenceEqual(await Told.AllAsync(again))) await Task.Delay(200, patience.Token);
    }

    private static async Task<List<string[]>> TakenAsync(HttpClient client, IEnumerable<string[]> batches)
    {
        var taken = new List<string[]>();
        foreach (var batch in batches)
            if (await KilledWorld.SendAsync(client, batch) is not null) taken.Add(batch);
        return taken;
    }

    private static async Task<(long, long, long)?> AgainAsync(HttpClient client, string[] batch)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!patience.IsCancellationRequested)
        {
            if (await KilledWorld.SendAsync(client, batch) is { } receipt) return receipt;
            await Task.Delay(100, Cancelled);
        }

        return null;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string[] batch)
    {
        using var content = new StringContent(string.Join('\n', batch), null, "application/x-ndjson");
        return await client.PostAsync(new Uri("/api/v1/posts?arrival=backfill", UriKind.Relative), content, Cancelled);
    }
}
