using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Tests.Store;
using Listening.Tests.Store.Engine.Server;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>The program itself on a server: import, serve, rebuild, and what it says when the server is lost.</summary>
public sealed class ProgramOnServerTests(EngineFixture engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_are_those_of_the_embedded_engine_and_a_lost_server_makes_it_not_ready_until_it_is_back()
    {
        using var directory = new TemporaryDirectory();
        using var certificate = new TestCertificate();
        var file = Path.Combine(directory.Path, "posts.ndjson");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 200).Select(i => i % 2 == 0
            ? $$"""{"source":"s","id":"{{i}}","author":{"id":"ana{{i}}"},"text":"@acme help","postedAt":"2026-01-05T09:00:00Z"}"""
            : $$"""{"source":"s","id":"{{i}}","author":{"id":"acme"},"text":"@ana yes","postedAt":"2026-01-05T{{10 + (i % 12)}}:{{i % 60:00}}:00Z","inReplyTo":"{{i - 1}}"}"""), Cancellation);
        var embedded = await AnswerAsync(Path.Combine(directory.Path, "embedded"), file, Acme, _ => Task.CompletedTask);

        var front = await HttpFront.StartAsync(engine, certificate.Certificate, certificate.File);
        var (port, name) = (front.Address.Port, "test_" + Guid.NewGuid().ToString("N")[..16]);
        var settings = new Dictionary<string, string>(Acme)
        {
            ["LISTENING__Storage__ClickHouse"] = $"https://{HttpFront.User}:{Uri.EscapeDataString(HttpFront.Password)}@127.0.0.1:{port}/{name}",
            ["LISTENING__Storage__ClickHouseCertificate"] = certificate.File,
        };
        var onServer = await AnswerAsync(Path.Combine(directory.Path, "server"), file, settings, async server =>
        {
            await front.DisposeAsync();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(server));
            front = await HttpFront.StartAsync(engine, certificate.Certificate, certificate.File, port);
            while (await ReadyAsync(server) != HttpStatusCode.OK) await Task.Delay(50, Cancellation);
        });
        var stored = Path.Combine(directory.Path, "server");
        var rebuilt = await Commands.RunAsync(["rebuild", "--data", stored], settings);
        await front.DisposeAsync();
        var lost = await Commands.RunAsync(["rebuild", "--data", stored], settings);

        Assert.Contains("\"n\":100", embedded, StringComparison.Ordinal);
        Assert.Equal(embedded, onServer);
        Assert.Equal(0, rebuilt.Code);
        Assert.Equal(1, lost.Code);
        Assert.Contains($"{HttpFront.User}:***@127.0.0.1:{port}", lost.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(HttpFront.Password, lost.Error + lost.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", lost.Error, StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, string> Acme = new() { ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme" };

    private static async Task<HttpStatusCode> ReadyAsync(RunningServer server)
    {
        using var ready = await server.Client.GetAsync(new Uri("/readyz", UriKind.Relative), Cancellation);
        return ready.StatusCode;
    }

    // Imports without a running program, then serves and asks.
    private static async Task<string> AnswerAsync(string data, string file, IReadOnlyDictionary<string, string> settings, Func<RunningServer, Task> between)
    {
        var imported = await Commands.RunAsync(["import", file, "--data", data], settings);
        Assert.Contains("200 accepted", imported.Output + imported.Error, StringComparison.Ordinal);
        await using var server = await RunningServer.StartAsync(data, settings, Cancellation);
        await between(server);
        using var reader = await server.WithKeyAsync("read");
        var answer = await reader.GetFromJsonAsync<JsonElement>("/api/v1/metrics/frt?from=2026-01-01&to=2026-02-01", Cancellation);
        return $"\"n\":{answer.GetProperty("n")} {answer.GetProperty("value")}";
    }
}
