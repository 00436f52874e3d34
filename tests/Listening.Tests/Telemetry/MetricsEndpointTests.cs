using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Listening.Tests.Program;
using Xunit;

namespace Listening.Tests.Telemetry;

/// <summary>The running program's /metrics, by a key and on a listener of its own.</summary>
public sealed class MetricsEndpointTests : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();
    private readonly Uri own = new($"http://127.0.0.1:{FreePort()}/");
    private RunningServer server = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync(
        directory.Path,
        new Dictionary<string, string> { ["LISTENING__Telemetry__Listen"] = own.ToString(), ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme" },
        Cancelled);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task Posts_are_counted_by_source_and_by_what_became_of_them()
    {
        using var sender = await server.WithKeyAsync("ingest");
        await SendAsync(sender, Post("shop", "1"), Post("shop", "2"), Post("shop", "2"), """{"source":"shop"}""", Post("forum", "1"), "{");
        await SendAsync(sender, [.. Enumerable.Range(0, 80).Select(i => Post($"made-up-{i}", "1")), Post("a\u001b[31m\"\\\n", "1")]);

        var metrics = await ReadAsync(server.Client, new(own, "/metrics"));

        Assert.Equal((2, 1, 1), (Posts("shop", "accepted"), Posts("shop", "duplicate"), Posts("shop", "rejected")));
        Assert.Equal((1, 1), (Posts("forum", "accepted"), Posts("unknown", "rejected")));
        // Fifty names are kept: shop, forum and the first 48 of those made up.
        Assert.Equal(81 - 48, Posts("other", "accepted"));
        Assert.Equal(2, metrics.Value("listening_commit_duration_seconds_count"));
        Assert.Equal(85, metrics.Value("listening_commit_posts_sum"));
        Assert.Equal(85, metrics.Value("listening_ingest_lag_seconds_count"));

        double? Posts(string source, string outcome) => metrics.Value("listening_ingest_posts_total", $"source=\"{source}\"", $"outcome=\"{outcome}\"");
    }

    [Fact]
    public async Task The_program_tells_of_its_queues_its_facts_its_engine_its_disk_and_itself()
    {
        using var sender = await server.WithKeyAsync("ingest");
        await SendAsync(sender, Post("shop", "1"));
        // Facts follow posts within moments; the test's own time-out ends a wait for ever.
        Exposition metrics;
        do metrics = await ReadAsync(server.Client, new(own, "/metrics"));
        while (metrics.Value("listening_projecting_posts_total") is not 1);

        Assert.Equal((0, 0), (metrics.Value("listening_commit_waiting"), metrics.Value("listening_projecting_failures_in_a_row")));
        Assert.All(["listening_projecting_behind", "listening_projecting_lag_seconds", "listening_viewers"], name => Assert.NotNull(metrics.Value(name)));
        Assert.All(
            [
                "listening_engine_statement_duration_seconds_count", "listening_disk_free_bytes", "listening_disk_size_bytes",
                "process_resident_memory_bytes", "process_open_fds", "process_threads", "dotnet_gc_collections_total", "http_server_request_duration_seconds_count",
                "listening_engine_memory_bytes", "listening_build_info", "quartz_jobstore_operation_duration_seconds_count",
            ],
            name => Assert.True(metrics.Value(name) > 0, name));
        Assert.Equal("counter", metrics.Families["listening_ingest_posts_total"].Type);
        Assert.All(metrics.Families.Where(family => family.Key.StartsWith("listening_", StringComparison.Ordinal)), family => Assert.False(string.IsNullOrEmpty(family.Value.Help), family.Key));
        Assert.All(metrics.Families.Where(family => family.Value.Type == "histogram" && family.Key.StartsWith("listening_", StringComparison.Ordinal)),
            family => Assert.True(family.Key.EndsWith("_seconds", StringComparison.Ordinal) || family.Key.EndsWith("_posts", StringComparison.Ordinal), family.Key));
    }

    [Fact]
    public async Task What_strangers_ask_for_makes_no_series()
    {
        for (var i = 0; i < 50; i++)
        {
            using var request = new HttpRequestMessage(new HttpMethod($"ODD{i}"), $"/api/v1/posts/made-up-{i}/x?y={i}");
            using var answer = await server.Client.SendAsync(request, Cancelled);
        }

        var metrics = await ReadAsync(server.Client, new(own, "/metrics"));

        Assert.All(metrics.Cardinality.Where(name => name.Name is "http_server_request_duration_seconds_count"), name => Assert.InRange(name.Series, 1, 10));
    }

    [Fact]
    public async Task The_main_listener_wants_a_key_for_it_and_the_own_one_gives_nothing_else()
    {
        using var telemetry = await server.WithKeyAsync("telemetry");
        using var reader = await server.WithKeyAsync("read");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server.Client, new("/metrics", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(reader, new("/metrics", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(telemetry, new("/api/v1/posts", UriKind.Relative)));
        Assert.NotEmpty((await ReadAsync(telemetry, new("/metrics", UriKind.Relative))).Families);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server.Client, new(own, "/healthz")));
        foreach (var path in new[] { "/", "/operations", "/sign-in", "/api/v1/posts", "/api/v1/admin/keys", "/openapi/v1.json", "/metrics/", "/dashboards/operations/index.html" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await StatusAsync(server.Client, new(own, path))));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, await StatusAsync(telemetry, new(own, path))));
        }
    }

    [Fact]
    public async Task Promtool_finds_nothing_wrong()
    {
        var promtool = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append(Environment.GetEnvironmentVariable("LISTENING_PROMTOOL") ?? "")
            .Select(folder => Path.Combine(folder, "promtool")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(promtool is null, "promtool is not on this machine (Debian: apt-get install prometheus; LISTENING_PROMTOOL names its folder).");
        using var check = Process.Start(new ProcessStartInfo(promtool!, ["check", "metrics"]) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true })!;
        await check.StandardInput.WriteAsync(await server.Client.GetStringAsync(new Uri(own, "/metrics"), Cancelled));
        check.StandardInput.Close();
        var found = await check.StandardError.ReadToEndAsync(Cancelled) + await check.StandardOutput.ReadToEndAsync(Cancelled);
        await check.WaitForExitAsync(Cancelled);

        Assert.Equal((0, ""), (check.ExitCode, found));
    }

    private static async Task<Exposition> ReadAsync(HttpClient client, Uri address)
    {
        using var answer = await client.GetAsync(address, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return Exposition.Read(await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Uri address)
    {
        using var answer = await client.GetAsync(address, Cancelled);
        return answer.StatusCode;
    }

    private static async Task SendAsync(HttpClient sender, params string[] lines)
    {
        using var answer = await sender.PostAsync(new Uri("/api/v1/posts", UriKind.Relative), new StringContent(string.Join('\n', lines), null, "application/x-ndjson"), Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Post(string source, string id) => System.Text.Json.JsonSerializer.Serialize(
        new { source, id, author = new { id = "ana" }, text = "@acme help", postedAt = "2026-01-05T09:00:00Z" });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
