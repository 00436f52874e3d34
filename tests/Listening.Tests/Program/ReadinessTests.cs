using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>/readyz of the running program, and the doctor.</summary>
public sealed class ReadinessTests : IDisposable
{
    private static readonly Uri Ready = new("/readyz", UriKind.Relative);
    private static readonly Dictionary<string, string> Acme = new() { ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme" };

    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(directory.Path, "data");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Details_are_for_this_machine_and_for_a_key_and_others_learn_the_status()
    {
        await using var server = await RunningServer.StartAsync(Data, Acme, Cancelled);
        using var telemetry = await server.WithKeyAsync("telemetry");
        using var reader = await server.WithKeyAsync("read");

        var here = await AskAsync(server.Client, forwarded: false);
        Assert.Equal(["clock", "desk", "disk", "projecting", "proxy", "schema", "store"], Names(here).Where(name => !name.Contains("uartz", StringComparison.Ordinal)));
        Assert.All(here.GetProperty("checks").EnumerateArray(), check => Assert.False(string.IsNullOrWhiteSpace(check.GetProperty("reason").GetString())));
        Assert.Equal(Names(here), Names(await AskAsync(telemetry, forwarded: true)));
        Assert.Equal(JsonValueKind.Null, (await AskAsync(server.Client, forwarded: true)).GetProperty("checks").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await AskAsync(reader, forwarded: true)).GetProperty("checks").ValueKind);
    }

    [Fact]
    public async Task A_full_disk_is_not_ready_and_says_so()
    {
        var settings = new Dictionary<string, string>(Acme) { ["LISTENING__Storage__MinimumFree"] = long.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        await using var server = await RunningServer.StartAsync(Data, settings, Cancelled, serving: false);

        using var answer = await server.Client.GetAsync(Ready, Cancelled);
        using var alive = await server.Client.GetAsync(new Uri("/healthz", UriKind.Relative), Cancelled);
        var disk = Check(await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled), "disk");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (answer.StatusCode, alive.StatusCode));
        Assert.Equal("failed", disk.GetProperty("status").GetString());
        Assert.StartsWith("The disk is full: ", disk.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Free some room", disk.GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_nothing_wrong_before_the_first_start_beside_a_server_and_after_it()
    {
        var before = await DoctorAsync(Acme);
        (int Code, string Output, string Error) beside;
        await using (var server = await RunningServer.StartAsync(Data, Acme, Cancelled)) beside = await DoctorAsync(Acme);
        var after = await DoctorAsync(Acme);

        Assert.Equal((0, 0, 0), (before.Code, beside.Code, after.Code));
        Assert.Contains("There are no posts yet.", before.Output);
        Assert.Contains("The engine can run on this machine.", before.Output);
        Assert.Contains("server:store", beside.Output);
        Assert.Contains("server:schema", beside.Output);
        Assert.Contains("The store answers.", beside.Output);
        Assert.Matches("ClickHouse [0-9.]+ opens it: [0-9,]+ rows", after.Output);
        Assert.Contains("The relational store can be read.", after.Output);
    }

    [Fact]
    public async Task The_doctor_finds_a_ruined_relational_file_a_taken_port_and_a_setting_that_cannot_be_read()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "desk.db"), new string('x', 8192), Cancelled);
        var ruined = await DoctorAsync(Acme);
        File.Delete(Path.Combine(Data, "desk.db"));
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = await DoctorAsync(Acme, "--urls", $"http://{listener.LocalEndpoint}");
        var unreadable = await DoctorAsync(new Dictionary<string, string>(Acme) { ["LISTENING__Telemetry__SlowStatement"] = "soon" }, "--json");

        Assert.Equal((1, 1, 1), (ruined.Code, taken.Code, unreadable.Code));
        Assert.Contains("failed  desk", ruined.Output);
        Assert.Contains("not a database", ruined.Output);
        Assert.Contains("address already in use", taken.Output);
        var view = JsonSerializer.Deserialize<JsonElement>(unreadable.Output);
        Assert.Equal("unready", view.GetProperty("status").GetString());
        Assert.Equal("Setting Telemetry:SlowStatement: 'soon' is no time. Example: 00:00:01.", Check(view, "settings").GetProperty("reason").GetString());
    }

    private Task<(int Code, string Output, string Error)> DoctorAsync(Dictionary<string, string> settings, params string[] more) =>
        Commands.RunAsync(["doctor", "--data", Data, .. more.Contains("--urls") ? [] : new[] { "--urls", "http://127.0.0.1:0" }, .. more], settings);

    private static async Task<JsonElement> AskAsync(HttpClient client, bool forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Ready);
        if (forwarded) request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }

    private static List<string> Names(JsonElement view) => [.. view.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()!)];

    private static JsonElement Check(JsonElement view, string name) => view.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == name);
}
