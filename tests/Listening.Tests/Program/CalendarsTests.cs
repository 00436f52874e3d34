using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Calendars and targets of the running program: set over HTTP, in force from an instant, seen in facts and cases. One program for all that follows.</summary>
public sealed class CalendarsTests : IAsyncLifetime
{
    private const string Office = """{"name":"office","timeZone":"UTC","hours":[HOURS],"holidays":[]}""";

    private static readonly Dictionary<string, string> Configured = new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme", ["LISTENING__Storage__MinimumFree"] = "0", ["LISTENING__Models__Sort"] = "false",
        ["LISTENING__Sources__AllowedNetworks"] = "127.0.0.1",
    };

    private readonly TemporaryDirectory directory = new();
    private RunningServer server = null!;
    private HttpClient admin = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.StartAsync(directory.Path, Configured, Cancelled);
        admin = await server.WithKeyAsync("admin,triage,read,ingest");
    }

    public async ValueTask DisposeAsync()
    {
        admin.Dispose();
        await server.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task Cases_01_05_06_07_a_calendar_that_reaches_back_tells_working_time_and_due_instants_of_what_was_imported()
    {
        // 1: from Friday 17:00 to Monday 09:30. 5: Monday 23:00, twelve hours a day, forty-eight hours, two holidays. 6: on a free day.
        await ImportAsync("one", "ana", "2026-01-09T17:00:00Z");
        await ImportAsync("one answered", "acme", "2026-01-12T09:30:00Z", "one");
        await ImportAsync("five", "ben", "2026-03-02T23:00:00Z", source: "forum");
        await ImportAsync("six", "cem", "2026-01-11T12:00:00Z");
        await ImportAsync("six answered", "acme", "2026-01-12T09:10:00Z", "six");
        Assert.Equal((0, null), await AskAsync("frt_bh", "2026-01-01", "2026-02-01", 2));

        var weekdays = string.Join(',', new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.Select(day => $$"""{"day":"{{day}}","from":"09:00","to":"17:00"}"""));
        var twelve = string.Join(',', Enum.GetNames<DayOfWeek>().Select(day => $$"""{"day":"{{day.ToLowerInvariant()}}","from":"09:00","to":"21:00"}"""));
        var shop = Office.Replace("office", "shop", StringComparison.Ordinal).Replace("HOURS", twelve, StringComparison.Ordinal)
            .Replace("[]", """[{"day":"2026-03-04","name":"one"},{"day":"2026-03-05","name":"two"}]""", StringComparison.Ordinal);
        var calendars = $$"""{"calendars":[{{Office.Replace("HOURS", weekdays, StringComparison.Ordinal)}},{{shop}}],"from":"2026-01-01T00:00:00Z","note":"as it was"}""";
        using var unsaid = await PutAsync("calendars", calendars, null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, unsaid.StatusCode);
        using var set = await PutAsync("calendars", calendars, "\"0\"");
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (set.StatusCode, set.Headers.ETag!.Tag));
        using var late = await PutAsync("calendars", calendars, "\"0\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        using var wrong = await PutAsync("sla", """{"targets":[{"name":"x","firstAnswer":60,"calendar":"nowhere"}]}""", "\"1\"");
        Assert.Contains("There is no calendar", await wrong.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);

        Assert.Equal((2, 600.0), await AskAsync("frt_bh", "2026-01-01", "2026-02-01", 2, answer => answer.GetProperty("n").GetInt64() == 2));
        Assert.Equal((1, 1800.0), await AskAsync("frt_bh", "2026-01-09", "2026-01-10", 1));
        Assert.Equal((1, 64.5 * 3600), await AskAsync("frt", "2026-01-09", "2026-01-10", 1));

        // By default late; with the target, due on the sixth day at 21:00 and answered a minute before.
        await ImportAsync("five answered", "acme", "2026-03-08T20:59:00Z", "five", "forum");
        Assert.Equal((1, 0.0), await AskAsync("within_sla", "2026-03-01", "2026-03-31", 1, answer => answer.GetProperty("n").GetInt64() == 1));
        using var targets = await PutAsync("sla", """{"targets":[{"name":"two days","source":"forum","calendar":"shop","firstAnswer":172800}],"from":"2026-01-01T00:00:00Z"}""", "\"1\"");
        Assert.Equal(HttpStatusCode.OK, targets.StatusCode);
        Assert.Equal((1, 1.0), await AskAsync("within_sla", "2026-03-01", "2026-03-31", 1, answer => answer.GetProperty("value").GetDouble() == 1.0));

        // 7: buckets of zones with quarters and half hours.
        await ImportAsync("seven", "dan", "2026-06-10T17:40:00Z");
        foreach (var (zone, bucket) in new[] { ("Asia/Kathmandu", "2026-06-10T17:15:00.000Z"), ("Australia/Lord_Howe", "2026-06-10T17:30:00.000Z") })
        {
            using var registry = await RegistryAsync(zone);
            Assert.Equal(HttpStatusCode.OK, registry.StatusCode);
            await AskAsync("frt", "2026-06-10", "2026-06-11", 1);
            var answer = await MetricAsync("frt", "2026-06-10T16:00:00Z", "2026-06-10T19:00:00Z", "&interval=hour");
            Assert.Contains(bucket, answer.GetProperty("series").EnumerateArray().Where(point => point.GetProperty("n").GetInt64() > 0).Select(point => point.GetProperty("bucket").GetString()));
        }

        var history = await admin.GetFromJsonAsync<JsonElement>("/api/v1/admin/sla/versions", Cancelled);
        Assert.Equal([2, 1], history.EnumerateArray().Select(version => version.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task A_case_is_due_by_the_target_in_force_when_its_customer_wrote_and_holidays_are_read_from_file_and_address()
    {
        using var set = await PutAsync("sla", """{"targets":[{"name":"quick","firstAnswer":600,"nextAnswer":60}],"note":"now"}""", "\"0\"");
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        var wrote = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        await PostAsync("live", "ana", wrote.ToString("O", CultureInfo.InvariantCulture), null, "mastodon", "live");
        var found = await CaseAsync();
        Assert.Equal(wrote.AddMinutes(10), found.GetProperty("due").GetDateTimeOffset());

        var file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20200101\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:New Year\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        using var read = await admin.PostAsJsonAsync("/api/v1/admin/calendars/holidays", new { text = file }, Cancelled);
        var holidays = (await read.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("holidays");
        Assert.All(holidays.EnumerateArray(), holiday => Assert.Equal("New Year", holiday.GetProperty("name").GetString()));
        Assert.InRange(holidays.GetArrayLength(), 7, 9);
        // The program's own address may be reached, and has no calendar; a private one may not.
        foreach (var (url, says) in new[] { (new Uri(admin.BaseAddress!, "healthz").ToString(), "iCalendar"), ("http://10.1.2.3/x.ics", "10.1.2.3"), ("file:///etc/passwd", "https://") })
        {
            using var refused = await admin.PostAsJsonAsync("/api/v1/admin/calendars/holidays", new { url }, Cancelled);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains(says, await refused.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_target_for_a_priority_counts_for_cases_of_that_priority_and_for_nothing_that_was_imported()
    {
        using var wrong = await PutAsync("sla", """{"targets":[{"name":"x","priority":101,"firstAnswer":60}]}""", "\"0\"");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        const string Set = """{"targets":[{"name":"urgent","priority":40,"firstAnswer":600},{"name":"all","firstAnswer":7200}],"from":"2026-01-01T00:00:00Z"}""";
        using var set = await PutAsync("sla", Set, "\"0\"");
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        var kept = await admin.GetFromJsonAsync<JsonElement>("/api/v1/admin/sla", Cancelled);
        Assert.Equal(40, kept.GetProperty("targets")[0].GetProperty("priority").GetInt32());

        var wrote = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddMinutes(-30).ToUnixTimeMilliseconds());
        string At(int minute) => wrote.AddMinutes(minute).ToString("O", CultureInfo.InvariantCulture);
        await PostAsync("urgent", "ana", At(0), null, "mastodon", "live", "My lawyer will write to you @acme");
        Assert.Equal(wrote.AddMinutes(10), (await CaseAsync()).GetProperty("due").GetDateTimeOffset());

        // Both after twenty minutes: too late for who threatened, in time for who was imported, whatever they threatened with.
        await PostAsync("urgent answered", "acme", At(20), "urgent", "mastodon", "live");
        await PostAsync("imported", "ben", "2026-01-09T10:00:00Z", null, "mastodon", "backfill", "My lawyer will write to you @acme");
        await PostAsync("imported answered", "acme", "2026-01-09T10:20:00Z", "imported", "mastodon", "backfill");
        while (true)
        {
            var answer = await MetricAsync("within_sla", "2026-01-01T00:00:00Z", wrote.AddDays(1).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "&by=target");
            var targets = answer.GetProperty("series").EnumerateArray().Where(point => point.GetProperty("n").GetInt64() > 0)
                .ToDictionary(point => point.GetProperty("group").GetString()!, point => point.GetProperty("value").GetDouble());
            if (answer.GetProperty("n").GetInt64() == 2 && targets.ContainsKey("urgent"))
            {
                Assert.Equal(new Dictionary<string, double> { ["urgent"] = 0, ["all"] = 1 }, targets);
                break;
            }

            await Task.Delay(50, Cancelled);
        }
    }

    private async Task<JsonElement> CaseAsync()
    {
        while (true)
        {
            var items = (await admin.GetFromJsonAsync<JsonElement>("/api/v1/cases?view=needs_answer", Cancelled)).GetProperty("items");
            if (items.GetArrayLength() > 0) return items[0].GetProperty("case");
            await Task.Delay(50, Cancelled);
        }
    }

    private Task<HttpResponseMessage> PutAsync(string what, string body, string? seen)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/admin/{what}") { Content = new StringContent(body, null, "application/json") };
        if (seen is not null) request.Headers.TryAddWithoutValidation("If-Match", seen);
        return admin.SendAsync(request, Cancelled);
    }

    private async Task<HttpResponseMessage> RegistryAsync(string zone)
    {
        using var now = await admin.GetAsync(new Uri("/api/v1/admin/brands/", UriKind.Relative), Cancelled);
        var body = $$"""{"brands":[{"name":"Acme","kind":"own","handles":["*:acme"],"watch":[],"exclude":[]}],"timeZone":"{{zone}}","weekStart":"monday"}""";
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/admin/brands/") { Content = new StringContent(body, null, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", now.Headers.ETag!.Tag);
        return await admin.SendAsync(request, Cancelled);
    }

    private Task ImportAsync(string id, string author, string at, string? inReplyTo = null, string source = "mastodon") => PostAsync(id, author, at, inReplyTo, source, "backfill");

    private async Task PostAsync(string id, string author, string at, string? inReplyTo, string source, string arrival, string asks = "My bag is gone @acme")
    {
        var post = new
        {
            source, id, author = new { id = author, handle = author }, text = author == "acme" ? $"It lies at the desk in hall {id}" : asks,
            postedAt = at, inReplyTo, mentions = author == "acme" ? [] : new[] { "acme" },
        };
        using var answer = await admin.PostAsJsonAsync($"/api/v1/posts?arrival={arrival}", new[] { post }, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Task<JsonElement> MetricAsync(string metric, string from, string to, string more = "") =>
        admin.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{metric}?from={from}&to={to}{more}", Cancelled);

    // Until the facts have as many episodes, and what is waited for.
    private async Task<(long N, double? Value)> AskAsync(string metric, string from, string to, int episodes, Func<JsonElement, bool>? until = null)
    {
        (from, to) = ($"{from}T00:00:00Z", $"{to}T00:00:00Z");
        while (true)
        {
            var answer = await MetricAsync(metric, from, to);
            if ((await MetricAsync("frt", from, to)).GetProperty("n").GetInt64() == episodes && (until is null || until(answer)))
                return (answer.GetProperty("n").GetInt64(), answer.GetProperty("value").ValueKind == JsonValueKind.Null ? null : answer.GetProperty("value").GetDouble());
            await Task.Delay(50, Cancelled);
        }
    }
}
