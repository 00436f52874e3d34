using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Listening.Benchmarks.Queue;

/// <summary>One agent: opens a view, does something to one of its cases, looks elsewhere.</summary>
internal sealed class QueueAgent : IDisposable
{
    // What is asked for most stands there most often.
    private static readonly string[] Views =
        ["needs_answer", "needs_answer", "needs_answer", "unassigned", "unassigned", "mine", "mine", "due_soon", "snoozed", "reopened", "answered_by_competitor"];

    private readonly HttpClient client;
    private readonly Random chance;
    private readonly string[] searches;

    public QueueAgent(Uri address, string key, int seed, string[] searches)
    {
        client = new() { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        chance = new(seed);
        this.searches = searches;
    }

    /// <summary>Works until <paramref name="end"/>, one round in <paramref name="pace"/>; what it waited for goes to <paramref name="times"/> in milliseconds.</summary>
    public async Task WorkAsync(TimeSpan pace, ConcurrentBag<(string What, double Milliseconds)> times, CancellationToken end)
    {
        try
        {
            if (pace > TimeSpan.Zero) await Task.Delay(pace * chance.NextDouble(), end);
            while (!end.IsCancellationRequested)
            {
                var round = Stopwatch.GetTimestamp();
                await RoundAsync(times, end);
                if (pace - Stopwatch.GetElapsedTime(round) is { Ticks: > 0 } rest) await Task.Delay(rest, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    public void Dispose() => client.Dispose();

    private async Task RoundAsync(ConcurrentBag<(string, double)> times, CancellationToken end)
    {
        var page = await TimedAsync("view", times, async () => await client.GetFromJsonAsync<JsonElement>($"/api/v1/cases?view={Views[chance.Next(Views.Length)]}", end));
        if (searches.Length > 0 && chance.Next(10) == 0)
            await TimedAsync("search", times, async () => await client.GetFromJsonAsync<JsonElement>($"/api/v1/cases?q={Uri.EscapeDataString(searches[chance.Next(searches.Length)])}", end));
        var items = page.GetProperty("items");
        if (items.GetArrayLength() == 0) return;
        var id = items[chance.Next(items.GetArrayLength())].GetProperty("case").GetProperty("id").GetInt64();
        var (what, body) = chance.Next(5) switch
        {
            0 => ("notes", new { text = "Called back." }),
            1 => ("tags", new { add = new[] { "seen" } }),
            2 => ("snooze", new { until = TimeProvider.System.GetUtcNow().AddHours(2) }),
            3 => ("resolve", (object)new { outcome = "answered_in_private" }),
            _ => ("claim", new { }),
        };
        // Who comes late is refused, which is an answer too.
        await TimedAsync("action", times, async () =>
        {
            using var answer = await client.PostAsJsonAsync($"/api/v1/cases/{id}/{what}", body, end);
            if ((int)answer.StatusCode is not (200 or 409)) throw new InvalidOperationException($"{what} was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(end)}");
            return await answer.Content.ReadAsByteArrayAsync(end);
        });
    }

    private static async Task<T> TimedAsync<T>(string what, ConcurrentBag<(string, double)> times, Func<Task<T>> ask)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await ask();
        times.Add((what, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
        return answer;
    }
}
