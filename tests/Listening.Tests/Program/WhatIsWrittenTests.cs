using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>What the running program writes: to its outputs, and into the files of its directory that are no data.</summary>
public sealed class WhatIsWrittenTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(directory.Path, "data");

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("json")]
    [InlineData("line")]
    public async Task No_secret_is_written_even_when_everything_is_logged(string format)
    {
        const string Password = "hunter2-In-The-Settings";
        var settings = new Dictionary<string, string>
        {
            ["LISTENING__Logging__LogLevel__Default"] = "Trace", ["LISTENING__Logging__LogLevel__Microsoft"] = "Trace", ["LISTENING__Logging__LogLevel__Quartz"] = "Trace",
            ["LISTENING__Logging__LogLevel__Listening.Web.Security"] = "Trace", ["LISTENING__Logging__Format"] = format, ["LISTENING__Kestrel__Certificates__Unused__Password"] = Password,
            ["LISTENING__Mail__Password"] = Password,
        };
        string key, token, session, written;
        await using (var server = await RunningServer.StartAsync(Data, settings, Cancelled))
        {
            key = (await Commands.RunAsync(["key", "add", "mine", "--scope", "admin", "--data", Data], settings)).Output.Trim();
            token = (await Commands.RunAsync(["link", "--data", Data], settings)).Output.Split("token=")[1].Trim();
            using var admin = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/posts?q={Uri.EscapeDataString("nothing \n\u001b[31m")}") { Headers = { Authorization = new("Bearer", key) } };
            using var listed = await server.Client.SendAsync(admin, Cancelled);
            using var opened = await server.Client.GetAsync(new Uri($"/sign-in?token={token}", UriKind.Relative), Cancelled);
            using var signIn = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
            {
                Content = new FormUrlEncodedContent([new("token", token), new("return", "/")]), Headers = { { "Sec-Fetch-Site", "same-origin" } },
            };
            using var signedIn = await server.Client.SendAsync(signIn, Cancelled);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther), (opened.StatusCode, signedIn.StatusCode));
            session = signedIn.Headers.GetValues("Set-Cookie").Single().Split('=', ';')[1];
            using var page = new HttpRequestMessage(HttpMethod.Get, "/operations") { Headers = { { "Cookie", $"listening-{server.Client.BaseAddress!.Port}={session}" } } };
            using var shown = await server.Client.SendAsync(page, Cancelled);
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
            Assert.Equal(0, await server.StopAsync());
            written = (await server.WrittenAsync()).Error;
        }

        Assert.Contains("/api/v1/posts", written);
        Assert.All([key[12..], token, session, Password], secret => Assert.DoesNotContain(secret, written));
        // JSON escapes and the line's own do: nothing that moves a cursor or ends a line early.
        Assert.DoesNotContain('\u001b', written);
        Assert.All(written.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(format == "json" ? "^\\{.*\\}$" : "^20\\d\\d-\\d\\d-\\d\\dT", line));
    }

    [Fact]
    public async Task A_problem_and_the_log_of_its_failure_have_one_trace_and_nothing_else_is_logged()
    {
        string error, trace;
        // A busy machine makes any statement slow, and that is logged.
        var patient = new Dictionary<string, string> { ["LISTENING__Telemetry__SlowStatement"] = "01:00:00" };
        await using (var server = await RunningServer.StartAsync(Data, patient, Cancelled))
        {
            using var reader = await server.WithKeyAsync("read");
            foreach (var path in new[] { "/api/v1/session", "/api/v1/posts", "/api/v1/metrics", "/nothing" })
            {
                using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
                using var stranger = await server.Client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
            }

            await using (var desk = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "desk.db")}"))
            {
                await desk.OpenAsync(Cancelled);
                await using var rename = desk.CreateCommand();
                rename.CommandText = "ALTER TABLE sessions RENAME TO gone";
                await rename.ExecuteNonQueryAsync(Cancelled);
            }

            using var visit = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session") { Headers = { { "Cookie", $"listening-{server.Client.BaseAddress!.Port}=abc" } } };
            using var failed = await server.Client.SendAsync(visit, Cancelled);
            Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
            trace = (await failed.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("traceId").GetString()!;
            await server.StopAsync();
            error = (await server.WrittenAsync()).Error;
        }

        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal([2001], lines.Select(line => line.GetProperty("EventId").GetInt32()).Distinct());
        var failure = lines.Single(line => line.GetProperty("EventId").GetInt32() == 2001);
        Assert.Equal("/api/v1/session", failure.GetProperty("State").GetProperty("Path").GetString());
        Assert.Equal(trace, failure.GetProperty("State").GetProperty("Trace").GetString());
        Assert.Contains(failure.GetProperty("Scopes").EnumerateArray(), scope => scope.TryGetProperty("TraceId", out var id) && trace.Contains(id.GetString()!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_used_port_is_one_sentence_and_nothing_else()
    {
        await using var server = await RunningServer.StartAsync(Data, new Dictionary<string, string>(), Cancelled);

        var (code, output, error) = await Commands.RunAsync(["serve", "--data", Data + "-2", "--urls", server.Client.BaseAddress!.ToString()]);

        Assert.Equal((1, ""), (code, output));
        Assert.Equal($"Setting --urls: {server.Client.BaseAddress}: address already in use, another program listens there.", error.Trim());
    }

    [Fact]
    public async Task The_program_is_called_listening_in_its_help()
    {
        var (code, output, _) = await Commands.RunAsync(["--help"]);
        var import = await Commands.RunAsync(["import", "--help"]);

        Assert.Equal(0, code);
        Assert.Contains("listening [command]", output);
        Assert.Contains("listening import <FILE>...", import.Output);
        Assert.DoesNotContain("Listening.Web", output + import.Output);
    }
}
