using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Listening.Benchmarks.Scale;

/// <summary>Sends posts as programs do, as fast as they are answered, while viewers have the dashboard open.</summary>
public sealed class LiveLoad(HttpClient client)
{
    private const int Senders = 8;
    private const int BatchSize = 500;
    private const int Viewers = 5;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);
    private readonly List<double> requests = [];
    private long accepted;
    private long number;

    /// <summary>Sends for twenty seconds and waits until the facts followed.</summary>
    public async Task<LivePosts> MeasureAsync(TileClock tiles)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        using var over = new CancellationTokenSource();
        var viewers = Enumerable.Range(0, Viewers).Select(_ => WatchAsync(over.Token)).ToList();
        var tileTimes = new List<double>();
        var started = Stopwatch.GetTimestamp();
        var senders = Enumerable.Range(0, Senders).Select(_ => SendAsync(started)).ToList();
        var names = await tiles.TilesAsync();
        for (var i = 0; Stopwatch.GetElapsedTime(started) < Length; i++)
        {
            tileTimes.Add(await tiles.AskAsync(names[i % names.Count], TimeSpan.FromDays(1)));
            await Task.Delay(200);
        }
        await Task.WhenAll(senders);
        var took = Stopwatch.GetElapsedTime(started);
        var answered = Stopwatch.GetTimestamp();
        await FollowedAsync();
        var behind = Stopwatch.GetElapsedTime(answered);
        await over.CancelAsync();
        await Task.WhenAll(viewers);
        return new(
            accepted / took.TotalSeconds, accepted, Senders, BatchSize, Viewers,
            Quantiles.Of(requests, 0.5), Quantiles.Of(requests, 0.95), behind.TotalSeconds, Quantiles.Of(tileTimes, 0.95));
    }

    private async Task SendAsync(long started)
    {
        while (Stopwatch.GetElapsedTime(started) < Length)
        {
            using var body = new StringContent(Batch(), Encoding.UTF8, new MediaTypeHeaderValue("application/x-ndjson"));
            var asked = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsync(new Uri("/api/v1/posts", UriKind.Relative), body);
            answer.EnsureSuccessStatusCode();
            var receipt = await answer.Content.ReadFromJsonAsync<JsonElement>();
            lock (requests) requests.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            Interlocked.Add(ref accepted, receipt.GetProperty("accepted").GetInt64());
        }
    }

    // Half open a conversation, half answer the one before: every second post closes a wait.
    private string Batch()
    {
        var text = new StringBuilder();
        for (var i = 0; i < BatchSize / 2; i++)
        {
            var id = Interlocked.Increment(ref number);
            text.AppendLine(LivePost.Opening(id)).AppendLine(LivePost.Answer(id));
        }
        return text.ToString();
    }

    private async Task WatchAsync(CancellationToken over)
    {
        var to = TimeProvider.System.GetUtcNow().AddHours(1);
        var question = $"/api/v1/stream?dashboard=operations&from={to.AddDays(-1):yyyy-MM-ddTHH:mm:ssZ}&to={to:yyyy-MM-ddTHH:mm:ssZ}&compare=previous";
        try
        {
            using var answer = await client.GetAsync(new Uri(question, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, over);
            answer.EnsureSuccessStatusCode();
            await (await answer.Content.ReadAsStreamAsync(over)).CopyToAsync(Stream.Null, over);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The measurement is over.
        }
    }

    private async Task FollowedAsync()
    {
        var last = LivePost.Author(number);
        while (true)
        {
            using var found = await client.GetAsync(new Uri($"/api/v1/posts?q=author:{last}&limit=1", UriKind.Relative));
            if (found.IsSuccessStatusCode && (await found.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").GetArrayLength() > 0) return;
            await Task.Delay(50);
        }
    }
}
