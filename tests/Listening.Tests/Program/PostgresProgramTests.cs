using System.Net;
using Listening.Tests.Desk.Postgres;
using Listening.Tests.Security;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>The whole program with PostgreSQL as its relational store.</summary>
public sealed class PostgresProgramTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task It_serves_keys_links_and_sessions_outlive_a_restart_and_a_database_that_was_away_is_used_again()
    {
        await using var postgres = await PostgresServer.StartAsync(PostgresFixture.Binaries());
        var settings = new Dictionary<string, string> { ["LISTENING__Storage__Operational"] = postgres.Text((await postgres.FreshDatabaseAsync()).Database) };

        // Without a server, straight in the database.
        var added = await Commands.RunAsync(["key", "add", "till", "--scope", "read", "--data", directory.Path], settings);
        Assert.Equal(0, added.Code);
        Assert.Contains("\ttill\tread\t", (await Commands.RunAsync(["key", "list", "--data", directory.Path], settings)).Output, StringComparison.Ordinal);
        var link = await Commands.RunAsync(["link", "--data", directory.Path], settings);

        string said;
        string cookie;
        await using (var server = await RunningServer.StartAsync(directory.Path, settings, Cancelled))
        {
            using var browser = Plain(server);
            using var answer = await SecuredServer.PostSignInAsync(browser, new Uri(link.Output.Trim()).Query["?token=".Length..]);
            cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            Assert.Equal(HttpStatusCode.OK, await AskAsync(server, ("Cookie", cookie)));
            Assert.Equal(HttpStatusCode.OK, await AskAsync(server, ("Authorization", $"Bearer {added.Output.Trim()}")));
            Assert.Equal(0, await server.StopAsync());
            said = await server.SaidAsync();
        }

        await using (var server = await RunningServer.StartAsync(directory.Path, settings, Cancelled))
        {
            // The cookie's name has the port in it, which is another one now.
            cookie = $"listening-{server.Client.BaseAddress!.Port}={cookie.Split('=')[1]}";
            Assert.Equal(HttpStatusCode.OK, await AskAsync(server, ("Cookie", cookie)));
            await postgres.StopAsync();
            await ReadyIsAsync(server, HttpStatusCode.ServiceUnavailable);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(server, ("Cookie", cookie)));
            await postgres.StartAsync();
            await ReadyIsAsync(server, HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.OK, await AskAsync(server, ("Cookie", cookie)));
            Assert.Equal(0, await server.StopAsync());
            said += await server.SaidAsync();
        }

        Assert.Empty(Directory.GetFiles(directory.Path, "*.db"));
        Assert.DoesNotContain("Zwiebelkuchen", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_in_time_while_its_database_is_away()
    {
        await using var postgres = await PostgresServer.StartAsync(PostgresFixture.Binaries());
        var settings = new Dictionary<string, string> { ["LISTENING__Storage__Operational"] = postgres.Text((await postgres.FreshDatabaseAsync()).Database) };
        await using var server = await RunningServer.StartAsync(directory.Path, settings, Cancelled);
        await postgres.StopAsync();
        await ReadyIsAsync(server, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task A_database_that_is_connected_and_silent_is_said_to_be_and_keeps_nobody_from_ending()
    {
        await using var postgres = await PostgresServer.StartAsync(PostgresFixture.Binaries());
        var settings = new Dictionary<string, string> { ["LISTENING__Storage__Operational"] = postgres.Text((await postgres.FreshDatabaseAsync()).Database) };
        await using var server = await RunningServer.StartAsync(directory.Path, settings, Cancelled);
        await postgres.SignalAllAsync("STOP");
        try
        {
            await ReadyIsAsync(server, HttpStatusCode.ServiceUnavailable);
            Assert.Contains("It does not answer within 3 seconds.", await TextAsync(server, "/readyz"), StringComparison.Ordinal);
            Assert.Equal(0, await server.StopAsync());
        }
        finally
        {
            await postgres.SignalAllAsync("CONT");
        }
    }

    // The test's own time-out ends a wait for ever.
    private static async Task ReadyIsAsync(RunningServer server, HttpStatusCode expected)
    {
        while (true)
        {
            using var ready = await server.Client.GetAsync(new Uri("/readyz", UriKind.Relative), Cancelled);
            if (ready.StatusCode == expected) return;
            await Task.Delay(100, Cancelled);
        }
    }

    private static async Task<HttpStatusCode> AskAsync(RunningServer server, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/metrics");
        request.Headers.Add(header.Name, header.Value);
        using var client = Plain(server);
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }

    private static async Task<string> TextAsync(RunningServer server, string path)
    {
        using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    /// <summary>Keeps no cookies of its own.</summary>
    private static HttpClient Plain(RunningServer server) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Client.BaseAddress };
}
