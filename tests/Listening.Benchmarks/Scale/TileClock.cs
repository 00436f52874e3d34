using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Listening.Benchmarks.Scale;

/// <summary>Asks every tile of the operations dashboard as a browser does, alone or as many viewers at the same moment.</summary>
public sealed class TileClock(HttpClient client, DateTimeOffset end)
{
    /// <summary>What is looked at.</summary>
    public static readonly (string Name, TimeSpan Length)[] Periods =
        [("a day", TimeSpan.FromDays(1)), ("a month", TimeSpan.FromDays(30)), ("a year", TimeSpan.FromDays(365))];

    private int asked;

    /// <summary>The ids of the dashboard's tiles.</summary>
    public async Task<List<string>> TilesAsync()
    {
        var dashboard = await client.GetFromJsonAsync<JsonElement>("/api/v1/dashboards/operations");
        return [.. dashboard.GetProperty("tiles").EnumerateArray().Select(tile => tile.GetProperty("id").GetString()!)];
    }

    /// <summary>Every tile over every period, <paramref name="rounds"/> times by each of the viewers.</summary>
    public async Task<List<TileTime>> MeasureAsync(int viewers, int rounds, bool optimized)
    {
        var times = new List<TileTime>();
        foreach (var (period, length) in Periods)
            foreach (var tile in await TilesAsync())
            {
                var milliseconds = new List<double>();
                await AskAsync(tile, length); // what only the first one ever pays is the start's, not the tile's
                for (var round = 0; round < rounds; round++)
                {
                    // Another end each round: the same question again would be answered from what is known already.
                    var question = Question(tile, length);
                    milliseconds.AddRange(await Task.WhenAll(Enumerable.Range(0, viewers).Select(_ => TimeAsync(question))));
                }
                times.Add(new(tile, period, viewers, optimized, milliseconds));
            }
        return times;
    }

    /// <summary>One tile, asked once over a period that ends at another second than all before; milliseconds.</summary>
    public Task<double> AskAsync(string tile, TimeSpan length) => TimeAsync(Question(tile, length));

    private string Question(string tile, TimeSpan length)
    {
        var to = end.AddSeconds(-Interlocked.Increment(ref asked));
        return $"/api/v1/dashboards/operations/tiles/{tile}?from={to - length:yyyy-MM-ddTHH:mm:ssZ}&to={to:yyyy-MM-ddTHH:mm:ssZ}&compare=previous";
    }

    private async Task<double> TimeAsync(string question)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(question, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
