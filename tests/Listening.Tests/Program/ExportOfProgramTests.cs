using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Files from the running program.</summary>
[Collection(SharedProgram.Name)]
public sealed class ExportOfProgramTests(GoldenProgram program)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_and_rows_behind_a_number_come_as_csv_ndjson_and_parquet()
    {
        await program.SendAsync(program.Post("h", "export-1", "exporter", 1, text: "=cmd|' /C calc'!A0"), program.Post("h", "export-2", "exporter", 2, text: "two lines, and a comma"));
        await program.WaitsAsync("h-export-2", waits => waits.Count > 0);
        using var csv = await program.Agent.GetAsync(new Uri("/api/v1/export?q=author:exporter", UriKind.Relative), Cancelled);
        Assert.Equal(("text/csv", "attachment; filename=\"listening-posts.csv\""), (csv.Content.Headers.ContentType!.MediaType, csv.Content.Headers.ContentDisposition!.ToString()));
        var text = await csv.Content.ReadAsStringAsync(Cancelled);
        Assert.StartsWith("source,id,posted_at,author,", text, StringComparison.Ordinal);
        Assert.Contains(",'=cmd|' /C calc'!A0 @caseh,", text, StringComparison.Ordinal);
        Assert.Contains(",\"two lines, and a comma @caseh\",", text, StringComparison.Ordinal);
        var lines = (await program.Agent.GetStringAsync(new Uri("/api/v1/export?format=ndjson&metric=frt&filter=author:exporter", UriKind.Relative), Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["h-export-1", "h-export-2"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        var parquet = await program.Agent.GetByteArrayAsync(new Uri("/api/v1/export?format=parquet&q=author:exporter", UriKind.Relative), Cancelled);
        Assert.Equal(("PAR1", "PAR1"), (System.Text.Encoding.ASCII.GetString(parquet[..4]), System.Text.Encoding.ASCII.GetString(parquet[^4..])));
    }

    [Fact]
    public async Task Promises_are_in_the_catalogue_and_their_number_is_the_length_of_their_list()
    {
        await program.SendAsync(program.Post("h", "promise", "pam", 3));
        var queue = await program.PollAsync("/api/v1/cases?view=needs_answer&limit=200", found => found.GetProperty("items").EnumerateArray().Any(IsPams));
        var id = queue.GetProperty("items").EnumerateArray().Single(IsPams).GetProperty("case").GetProperty("id").GetInt64();
        const string Asked = "/api/v1/metrics/promises_kept?brand=Caseh&compare=previous&to=2100-01-01";
        await program.DoneAsync($"{id}/promise", new { text = "A call", due = TimeProvider.System.GetUtcNow().AddHours(1) });
        var open = await program.Agent.GetFromJsonAsync<JsonElement>($"{Asked}&from=2026-01-01", Cancelled);
        Assert.Equal((0, JsonValueKind.Null, 1), (open.GetProperty("n").GetInt32(), open.GetProperty("value").ValueKind, open.GetProperty("leftOut").GetProperty("not due yet").GetInt32()));
        await program.DoneAsync($"{id}/promise/keep");
        var kept = await program.Agent.GetFromJsonAsync<JsonElement>($"{Asked}&from=2026-01-01&by=brand", Cancelled);
        Assert.Equal((1, 1.0, "Caseh"), (kept.GetProperty("n").GetInt32(), kept.GetProperty("value").GetDouble(), kept.GetProperty("series")[0].GetProperty("group").GetString()));
        var rows = await program.Agent.GetFromJsonAsync<JsonElement>("/api/v1/metrics/promises_kept/posts?brand=Caseh&from=2026-01-01&to=2100-01-01", Cancelled);
        Assert.Equal((1, "kept", "pam"), (rows.GetProperty("total").GetInt32(), rows.GetProperty("items")[0].GetProperty("state").GetString(), rows.GetProperty("items")[0].GetProperty("handle").GetString()));
        // A filter is a search for cases, and each way of grouping tells the same promises.
        await program.DoneAsync($"{id}/team", new { team = "Lost luggage" });
        foreach (var (filter, n) in new[] { ("team:\"Lost luggage\"", 1), ("NOT team:\"Lost luggage\"", 0), ("source:mastodon", 1), ("source:nowhere", 0), ("assignee:nobody-known", 0) })
            Assert.Equal((filter, n), (filter, (await program.Agent.GetFromJsonAsync<JsonElement>($"{Asked}&from=2026-01-01&filter={Uri.EscapeDataString(filter)}", Cancelled)).GetProperty("n").GetInt32()));
        foreach (var (by, group) in new[] { ("team", "Lost luggage"), ("source", "mastodon"), ("assignee", "") })
            Assert.Equal(group, (await program.Agent.GetFromJsonAsync<JsonElement>($"{Asked}&from=2026-01-01&by={by}", Cancelled)).GetProperty("series")[0].GetProperty("group").GetString());
        foreach (var bad in new[] { "filter=followers:(", "by=topic" })
        {
            using var refused = await program.Agent.GetAsync(new Uri($"{Asked}&from=2026-01-01&{bad}", UriKind.Relative), Cancelled);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.Contains("promises_kept", await program.Agent.GetStringAsync(new Uri("/api/v1/metrics", UriKind.Relative), Cancelled), StringComparison.Ordinal);

        static bool IsPams(JsonElement item) => item.GetProperty("case").GetProperty("author").GetString() == "pam";
    }

    [Theory]
    [InlineData("format=xlsx")]
    [InlineData("q=author:(")]
    [InlineData("metric=nonsense")]
    [InlineData("metric=frt&from=yesterday")]
    public async Task What_cannot_be_asked_is_told_before_any_file(string question)
    {
        using var answer = await program.Agent.GetAsync(new Uri($"/api/v1/export?{question}", UriKind.Relative), Cancelled);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }
}
