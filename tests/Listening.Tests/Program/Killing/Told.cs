using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Listening.Tests.Program.Killing;

/// <summary>All that a server tells of its facts: every post as it stands, every row behind the numbers, and the numbers.</summary>
internal static class Told
{
    private const string Period = "from=2026-01-01&to=2026-02-01&asOf=2026-02-01";

    // What says when it came in, not what it says.
    private static readonly string[] OfTheRun = ["key", "firstSeen", "revision", "nextCursor"];

    private static readonly string[] Metrics = ["posts", "frt", "nrt", "backlog", "response_rate", "competitor_frt"];

    /// <summary>Each fact a line.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(HttpClient reader)
    {
        var catalogue = await reader.GetFromJsonAsync<JsonElement>("/api/v1/metrics", TestContext.Current.CancellationToken);
        var known = catalogue.EnumerateArray().Select(metric => metric.GetProperty("id").GetString()!).Order(StringComparer.Ordinal).ToList();
        var told = new List<string>();
        // Coverage tells of commits, and which posts share one is no fact of theirs.
        foreach (var metric in known.Where(metric => metric is not ("coverage" or "ingest_lag"))) told.Add($"{metric} {await AnswerAsync(reader, metric)}");
        told.AddRange(await PagesAsync(reader, "/api/v1/posts?limit=500"));
        foreach (var metric in Metrics.Where(known.Contains)) told.AddRange((await PagesAsync(reader, $"/api/v1/metrics/{metric}/posts?{Period}&limit=500")).Select(row => $"{metric} {row}"));
        told.Sort(StringComparer.Ordinal);
        return told;
    }

    /// <summary>Few numbers that tell whether the facts are those expected, in one go.</summary>
    public static async Task<string> BriefAsync(HttpClient reader) =>
        string.Join('\n', await AnswerAsync(reader, "posts"), await AnswerAsync(reader, "frt"), await AnswerAsync(reader, "backlog"));

    private static async Task<string> AnswerAsync(HttpClient reader, string metric)
    {
        using var response = await reader.GetAsync(new Uri($"/api/v1/metrics/{metric}?{Period}&interval=day", UriKind.Relative), TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode ? $"{answer.GetProperty("value")} of {answer.GetProperty("n")}: {answer.GetProperty("series")}" : $"refused {(int)response.StatusCode}";
    }

    private static async Task<List<string>> PagesAsync(HttpClient reader, string address)
    {
        var all = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = (await reader.GetFromJsonAsync<JsonObject>(address + cursor, TestContext.Current.CancellationToken))!;
            foreach (var item in (page["items"] ?? page["rows"])!.AsArray().Select(item => item!.AsObject()))
            {
                foreach (var name in OfTheRun) item.Remove(name);
                all.Add(item.ToJsonString());
            }

            if (page["nextCursor"]?.GetValue<string>() is not { } next) return all;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
    }
}
