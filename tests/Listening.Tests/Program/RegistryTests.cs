using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Desk;
using Listening.Desk.Auditing;
using Listening.Tests.Desk.Postgres;
using Listening.Web;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>The brand registry of the running program: set over HTTP, used at once, kept over starts and kills.</summary>
public sealed class RegistryTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Acme = """{"name":"Acme","kind":"own","handles":["*:acme"],"watch":[],"exclude":[]}""";
    private const string Rival = """{"name":"Rival","kind":"competitor","handles":["*:rival"],"watch":["rival"],"exclude":[]}""";

    private static readonly Dictionary<string, string> Configured = new()
    {
        ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme", ["LISTENING__Storage__MinimumFree"] = "0",
    };

    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        directory.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_preview_is_what_happens_after_saving_and_the_running_server_uses_it_without_a_start()
    {
        await using var server = await RunningServer.StartAsync(directory.Path, Configured, Cancelled);
        using var admin = await server.WithKeyAsync("admin");
        await ImportAsync(admin, 40);
        var (view, tag) = await ReadAsync(admin);
        Assert.Equal((0, "\"0\"", true), (view.GetProperty("version").GetInt32(), tag, view.GetProperty("facts").GetProperty("current").GetBoolean()));

        var lines = await PreviewAsync(admin, $"[{Acme},{Rival}]");
        Assert.Equal(0, lines[0].GetProperty("progress").GetDouble());
        var change = lines[^1].GetProperty("change");
        // Forty new waits, and the forty that wait for Acme have a competitor's answer now.
        Assert.Equal((80, 80), (change.GetProperty("posts").GetInt32(), change.GetProperty("changedWaits").GetInt32()));
        Assert.Equal(
            [("Acme", "waiting", "waiting", 40), ("Rival", "absent", "answered", 40)],
            change.GetProperty("waitChanges").EnumerateArray().Select(row =>
                (row.GetProperty("brand").GetString(), row.GetProperty("was").GetString(), row.GetProperty("now").GetString(), row.GetProperty("waits").GetInt32())));
        Assert.Equal("""{"brand":"Rival","before":0,"after":40}""", change.GetProperty("brands")[1].GetRawText());
        Assert.Equal(0, await WaitsAsync(admin, "competitor_frt"));

        using var set = await PutAsync(admin, 0, $"[{Acme},{Rival}]", "they answer too", "America/New_York", "sunday");
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (set.StatusCode, set.Headers.ETag!.Tag));
        await CurrentAsync(admin, 1);
        Assert.Equal(40, await WaitsAsync(admin, "competitor_frt"));
        var session = await admin.GetFromJsonAsync<JsonElement>("/api/v1/session", Cancelled);
        Assert.Equal(("America/New_York", "sunday", 2), (session.GetProperty("timeZone").GetString(), session.GetProperty("weekStart").GetString(), session.GetProperty("brands").GetArrayLength()));
        await using var desk = DeskStore.Sqlite(DataDirectory.Open(directory.Path).Desk);
        var entry = Assert.Single(await new AuditLog(desk).ReadAsync(new("brands.set", null, 10), Cancelled));
        Assert.Equal(("version 1", true, false), (entry.Subject, entry.After!.Contains("Rival", StringComparison.Ordinal), entry.Before!.Contains("Rival", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_set_on_the_screen_wins_over_the_settings_whose_later_change_is_told_and_a_command_uses_it_too()
    {
        var data = Path.Combine(directory.Path, "data");
        await using (var server = await RunningServer.StartAsync(data, Configured, Cancelled))
        {
            using var admin = await server.WithKeyAsync("admin");
            using var set = await PutAsync(admin, 0, $"[{Acme},{Rival}]");
            Assert.Equal(HttpStatusCode.OK, set.StatusCode);
            Assert.Equal(JsonValueKind.Null, (await ReadAsync(admin)).View.GetProperty("changedConfiguration").ValueKind);
        }

        var file = Path.Combine(directory.Path, "posts.ndjson");
        await File.WriteAllLinesAsync(file, Lines(10), Cancelled);
        var changed = new Dictionary<string, string>(Configured) { ["LISTENING__Brands__1__Name"] = "Crux", ["LISTENING__Brands__1__Kind"] = "competitor" };
        Assert.Equal(0, (await Commands.RunAsync(["import", file, "--data", data], changed)).Code);

        await using var again = await RunningServer.StartAsync(data, changed, Cancelled);
        using var other = await again.WithKeyAsync("admin");
        var view = await CurrentAsync(other, 1);
        Assert.Equal(["Acme", "Rival"], view.GetProperty("brands").EnumerateArray().Select(brand => brand.GetProperty("name").GetString()));
        Assert.Equal(["Acme", "Crux"], view.GetProperty("changedConfiguration").GetProperty("brands").EnumerateArray().Select(brand => brand.GetProperty("name").GetString()));
        Assert.Equal(10, await WaitsAsync(other, "competitor_frt"));
        var versions = await other.GetFromJsonAsync<JsonElement>("/api/v1/admin/brands/versions", Cancelled);
        Assert.Equal([(1, 2), (0, 1)], versions.EnumerateArray().Select(one => (one.GetProperty("number").GetInt32(), one.GetProperty("content").GetProperty("brands").GetArrayLength())));
    }

    [Fact]
    public async Task What_cannot_be_set_is_refused_with_its_reason_and_the_present_state()
    {
        await using var server = await RunningServer.StartAsync(directory.Path, Configured, Cancelled);
        using var admin = await server.WithKeyAsync("admin");
        using var first = await PutAsync(admin, 0, $"[{Acme}]");

        using var late = await PutAsync(admin, 0, "[]");
        var told = await late.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal((HttpStatusCode.PreconditionFailed, 1), (late.StatusCode, told.GetProperty("present").GetProperty("version").GetInt32()));

        using var blind = await PutAsync(admin, null, "[]");
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);

        using var faulty = await PutAsync(admin, 1, """[{"name":"Acme","kind":"own","handles":["acme"],"watch":["late AND"],"exclude":[]}]""", zone: "Mars");
        var faults = (await faulty.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("faults");
        Assert.Equal(HttpStatusCode.BadRequest, faulty.StatusCode);
        Assert.Equal(["brands/0/handles/0", "brands/0/watch/0", "timeZone"], faults.EnumerateArray().Select(fault => fault.GetProperty("place").GetString()));
        Assert.Equal(8, faults[1].GetProperty("position").GetInt32());
        Assert.Equal(1, (await ReadAsync(admin)).View.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Killed_while_a_new_registry_is_derived_it_goes_on_after_the_next_start()
    {
        await using (var server = await RunningServer.StartAsync(directory.Path, Configured, Cancelled))
        {
            using var admin = await server.WithKeyAsync("admin");
            await ImportAsync(admin, 3000);
            using var set = await PutAsync(admin, 0, $"[{Acme},{Rival}]");
            Assert.False((await ReadAsync(admin)).View.GetProperty("facts").GetProperty("current").GetBoolean());
            Assert.Equal(0, await WaitsAsync(admin, "competitor_frt"));
            await server.KillAsync();
        }

        await using var again = await RunningServer.StartAsync(directory.Path, Configured, Cancelled);
        using var other = await again.WithKeyAsync("admin");
        await CurrentAsync(other, 1);
        Assert.Equal(3000, await WaitsAsync(other, "competitor_frt"));
    }

    [Fact]
    public async Task Another_process_on_the_same_PostgreSQL_takes_it_up_by_itself()
    {
        var settings = new Dictionary<string, string>(Configured) { ["LISTENING__Storage__Operational"] = (await postgres.FreshDatabaseAsync()).ConnectionString };
        await using var server = await RunningServer.StartAsync(Path.Combine(directory.Path, "one"), settings, Cancelled);
        await using var second = await RunningServer.StartAsync(Path.Combine(directory.Path, "two"), settings, Cancelled, serving: false);
        using var admin = await server.WithKeyAsync("admin");
        using var other = new HttpClient { BaseAddress = second.Client.BaseAddress };
        other.DefaultRequestHeaders.Authorization = admin.DefaultRequestHeaders.Authorization;
        using var set = await PutAsync(admin, 0, $"[{Acme},{Rival}]", zone: "Asia/Kathmandu");
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);

        while ((await other.GetFromJsonAsync<JsonElement>("/api/v1/session", Cancelled)).GetProperty("timeZone").GetString() != "Asia/Kathmandu") await Task.Delay(100, Cancelled);
        Assert.Equal(2, (await other.GetFromJsonAsync<JsonElement>("/api/v1/session", Cancelled)).GetProperty("brands").GetArrayLength());
    }

    private static IEnumerable<string> Lines(int complaints) => Enumerable.Range(0, complaints).SelectMany(i => new[]
    {
        $$"""{"source":"s","id":"{{i}}","author":{"id":"ana{{i}}"},"text":"@acme and rival, help","postedAt":"2026-01-05T{{i % 24:00}}:{{i % 60:00}}:00Z"}""",
        $$"""{"source":"s","id":"r{{i}}","author":{"id":"rival"},"text":"@ana{{i}} we are here, number {{i}}","postedAt":"2026-01-06T{{i % 24:00}}:{{i % 60:00}}:00Z","inReplyTo":"{{i}}"}""",
    });

    // Through the running server; of an import the source's instants are believed.
    private async Task ImportAsync(HttpClient client, int complaints)
    {
        using var other = new TemporaryDirectory();
        var file = Path.Combine(other.Path, "posts.ndjson");
        await File.WriteAllLinesAsync(file, Lines(complaints), Cancelled);
        Assert.Equal(0, (await Commands.RunAsync(["import", file, "--data", directory.Path])).Code);
        while ((await client.GetFromJsonAsync<JsonElement>("/api/v1/metrics/posts?from=2026-01-01&to=2026-02-01", Cancelled)).GetProperty("n").GetInt32() < 2 * complaints)
            await Task.Delay(50, Cancelled);
    }

    private static async Task<int> WaitsAsync(HttpClient client, string metric) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/metrics/{metric}?from=2026-01-01&to=2026-02-01", Cancelled)).GetProperty("n").GetInt32();

    private static async Task<(JsonElement View, string Tag)> ReadAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/api/v1/admin/brands", UriKind.Relative), Cancelled);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled), answer.Headers.ETag!.Tag);
    }

    private static async Task<JsonElement> CurrentAsync(HttpClient client, int version)
    {
        while (true)
        {
            var (view, _) = await ReadAsync(client);
            if (view.GetProperty("facts").GetProperty("current").GetBoolean())
            {
                Assert.Equal((version, version), (view.GetProperty("version").GetInt32(), view.GetProperty("facts").GetProperty("version").GetInt32()));
                return view;
            }

            await Task.Delay(50, Cancelled);
        }
    }

    private static async Task<List<JsonElement>> PreviewAsync(HttpClient client, string brands)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/admin/brands/preview") { Content = Body(brands, "", "UTC", "monday") };
        request.Headers.Accept.ParseAdd("application/x-ndjson");
        using var answer = await client.SendAsync(request, Cancelled);
        return [.. (await answer.Content.ReadAsStringAsync(Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, int? seen, string brands, string note = "", string zone = "UTC", string week = "monday")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/admin/brands") { Content = Body(brands, note, zone, week) };
        if (seen is { } number) request.Headers.IfMatch.Add(new(string.Create(CultureInfo.InvariantCulture, $"\"{number}\"")));
        return await client.SendAsync(request, Cancelled);
    }

    private static StringContent Body(string brands, string note, string zone, string week) =>
        new($$"""{"brands":{{brands}},"note":"{{note}}","timeZone":"{{zone}}","weekStart":"{{week}}"}""", new MediaTypeHeaderValue("application/json"));
}
