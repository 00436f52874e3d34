using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>A report of the running program that was kept, and what became known after it.</summary>
public sealed class RestatedReportTests
{
    private static readonly Dictionary<string, string> Configured = new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme", ["LISTENING__Storage__MinimumFree"] = "0", ["LISTENING__Models__Sort"] = "false",
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_reported_stays_and_stands_beside_what_a_late_answer_a_late_post_and_another_registry_make_of_it()
    {
        using var directory = new TemporaryDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path, Configured, Cancelled);
        using var admin = await server.WithKeyAsync("admin,read,read:internal,ingest");
        // Answered after 20, 40 and 30 minutes, and one who waits on: the curve reaches one half at 30.
        await ImportAsync(admin, Asked("ana", "5T10:00"), Answered("ana", "5T10:20"), Asked("ben", "6T10:00"), Answered("ben", "6T10:40"), Asked("cem", "7T10:00"), Asked("dan", "8T10:00", "I won the lottery @acme"), Answered("dan", "8T10:30"));
        await MedianAsync(admin, (1800, 4));
        using var kept = await admin.PostAsJsonAsync("/api/v1/reports", new { from = "2026-01-05T00:00:00Z", to = "2026-01-12T00:00:00Z", brand = "Acme", comparison = "none" }, Cancelled);
        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
        var address = $"/api/v1/reports/{(await kept.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("id").GetString()}";
        var sent = await admin.GetFromJsonAsync<JsonElement>(address, Cancelled);
        Assert.Equal((0, 0), (sent.GetProperty("changes").GetArrayLength(), sent.GetProperty("figures").GetArrayLength()));
        Assert.Equal((1800.0, 4), Median(sent.GetProperty("sent")));

        // What was not read in time: cem's answer after five minutes, and eva, who was answered after one. Posts written inside are in no public report.
        await ImportAsync(admin, Answered("cem", "7T10:05"), Asked("eva", "9T10:00"), Answered("eva", "9T10:01"), Inside());
        await MedianAsync(admin, (1200, 5));
        var late = await admin.GetFromJsonAsync<JsonElement>(address, Cancelled);
        Assert.Equal(["3 late posts"], Words(late));
        Assert.Equal(((1800.0, 4), (1200.0, 5)), Restated(late, "first_answer"));

        // The brand is another one: who won in a lottery is not about it any more.
        await ExcludeAsync(admin, "lottery");
        await MedianAsync(admin, (300, 4));
        var redefined = await admin.GetFromJsonAsync<JsonElement>(address, Cancelled);
        var version = sent.GetProperty("sent").GetProperty("registry").GetInt32();
        Assert.Equal(["3 late posts", $"brands, version {version} → {version + 1}"], Words(redefined));
        Assert.Equal(((1800.0, 4), (300.0, 4)), Restated(redefined, "first_answer"));

        // Values, definitions, versions and instant of what was kept are what they were, to the letter.
        Assert.Equal(sent.GetProperty("sent").GetRawText(), redefined.GetProperty("sent").GetRawText());
        Assert.Equal(sent.GetProperty("sent").GetProperty("asOf").GetString(), redefined.GetProperty("now").GetProperty("asOf").GetString());
        Assert.NotEqual(0, sent.GetProperty("sent").GetProperty("definitions").GetArrayLength());
        Assert.Equal((300.0, 4), Median(redefined.GetProperty("now")));
    }

    private static IEnumerable<string> Words(JsonElement restated) => restated.GetProperty("changes").EnumerateArray().Select(change => change.GetString()!);

    private static (double? Value, int N) Median(JsonElement report) =>
        Told(report.GetProperty("cards").EnumerateArray().Single(card => card.GetProperty("id").GetString() == "first_answer").GetProperty("figure"));

    private static (double? Value, int N) Told(JsonElement figure) =>
        (figure.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null, figure.GetProperty("n").GetInt32());

    private static ((double?, int) Sent, (double?, int) Now) Restated(JsonElement restated, string card)
    {
        var figure = restated.GetProperty("figures").EnumerateArray().First(one => one.GetProperty("card").GetString() == card);
        return (Told(figure.GetProperty("sent")), Told(figure.GetProperty("now")));
    }

    // Facts follow what is stored: waits until they tell this.
    private static async Task MedianAsync(HttpClient admin, (double Value, int N) expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        (double?, int) seen = default;
        try
        {
            while (true)
            {
                seen = Told(await admin.GetFromJsonAsync<JsonElement>("/api/v1/metrics/frt?brand=Acme&from=2026-01-05T00:00:00Z&to=2026-01-12T00:00:00Z", patience.Token));
                if (seen == expected) return;
                await Task.Delay(50, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!Cancelled.IsCancellationRequested)
        {
            Assert.Equal(expected, seen);
        }
    }

    private static async Task ExcludeAsync(HttpClient admin, string term)
    {
        using var now = await admin.GetAsync(new Uri("/api/v1/admin/brands/", UriKind.Relative), Cancelled);
        var body = $$"""{"brands":[{"name":"Acme","kind":"own","handles":["*:acme"],"watch":[],"exclude":["{{term}}"]}],"timeZone":"UTC","weekStart":"monday"}""";
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/admin/brands/") { Content = new StringContent(body, null, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", now.Headers.ETag!.Tag);
        using var answer = await admin.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static object Asked(string author, string at, string text = "My bag is gone @acme") => Post(author, author, at, text, null, ["acme"]);

    private static object Answered(string author, string at) => Post($"{author}-answered", "acme", at, $"It lies at the desk in hall {author}", author, []);

    private static object Inside() => new
    {
        source = "chat", id = "inside", audience = "internal", author = new { id = "eli", handle = "eli" }, text = "Why do so many write to @acme today?", postedAt = "2026-01-09T10:00:00Z",
    };

    private static object Post(string id, string author, string at, string text, string? inReplyTo, string[] mentions) =>
        new { source = "mastodon", id, author = new { id = author, handle = author }, text, postedAt = $"2026-01-0{at}:00Z", inReplyTo, mentions };

    private static async Task ImportAsync(HttpClient admin, params object[] posts)
    {
        using var answer = await admin.PostAsJsonAsync("/api/v1/posts?arrival=backfill", posts, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(posts.Length, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("accepted").GetInt32());
    }
}
