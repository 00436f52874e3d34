using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Listening.Collecting.Pushing;
using Listening.Tests.Sources.Contract;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Alerts of the running program, in a mail server and a webhook on loopback.</summary>
public sealed class AlertingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_12_a_late_answer_is_told_by_mail_once_in_spite_of_a_lost_receipt_and_taken_back_when_the_answer_is_imported()
    {
        using var directory = new TemporaryDirectory();
        await using var mails = new SmtpStub(silences: 1);
        using var hook = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/hook/";
        hook.Prefixes.Add(address);
        hook.Start();
        var posted = ReceiveAsync(hook);
        await using var slack = await StubServer.StartAsync();
        var said = new ConcurrentQueue<string>();
        slack.Answer = request =>
        {
            said.Enqueue(JsonDocument.Parse(request.Body).RootElement.GetProperty("text").GetString()!);
            return new("ok", "text/plain");
        };
        await using var server = await RunningServer.StartAsync(
            directory.Path,
            new Dictionary<string, string>
            {
                ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme", ["LISTENING__Storage__MinimumFree"] = "0",
                ["LISTENING__Sources__AllowedNetworks"] = "127.0.0.1", ["LISTENING__Models__Sort"] = "false", ["LISTENING__Reporting__AnswerWithin"] = "10m",
                ["LISTENING__Alerts__Gather"] = "1s", ["LISTENING__Alerts__Apart"] = "1s", ["LISTENING__Alerts__Root"] = "https://listening.example",
                ["LISTENING__Alerts__Mail__Host"] = "127.0.0.1", ["LISTENING__Alerts__Mail__Port"] = $"{mails.Port}", ["LISTENING__Alerts__Mail__Plain"] = "true",
                ["LISTENING__Alerts__Mail__From"] = "Listening <listening@example.com>", ["LISTENING__Alerts__Mail__To"] = "desk@example.com",
                ["LISTENING__Alerts__Webhook__Url"] = address, ["LISTENING__Alerts__Webhook__Secret"] = "between us",
                ["LISTENING__Alerts__Slack__Url"] = new Uri(slack.Address, "services/T000/B000/secret").ToString(),
            },
            Cancelled);
        using var agent = await server.WithKeyAsync("triage,read,ingest");
        var wrote = TimeProvider.System.GetUtcNow().AddMinutes(-40);
        await PostAsync(agent, "1", "ana", wrote, null, "live");

        // The mail server took the first and never said so: it comes again, as the same message.
        var told = await mails.MailsAsync(2, Cancelled);
        Assert.Equal("ana waits for Acme and the answer is late", SmtpStub.Header(told[0], "Subject"));
        Assert.Equal(SmtpStub.Header(told[0], "Message-Id"), SmtpStub.Header(told[1], "Message-Id"));
        Assert.Contains("usual 10 min, n = 1", told[0], StringComparison.Ordinal);
        Assert.Contains("https://listening.example/triage?case=1", told[0], StringComparison.Ordinal);
        var (body, signed) = await posted;
        Assert.True(signed);
        Assert.Equal(("breach", "1"), (Listed(body).GetProperty("kind").GetString(), Listed(body).GetProperty("posts")[0].GetProperty("id").GetString()));

        await PostAsync(agent, "2", "acme", wrote.AddMinutes(5), "1", "backfill");
        var all = await mails.MailsAsync(3, Cancelled);
        Assert.Equal("Taken back: ana waits for Acme and the answer is late", SmtpStub.Header(all[2], "Subject"));
        var alert = Assert.Single((await agent.GetFromJsonAsync<JsonElement>("/api/v1/alerts", Cancelled)).GetProperty("items").EnumerateArray());
        Assert.StartsWith("It was answered at", alert.GetProperty("because").GetString(), StringComparison.Ordinal);
        Assert.Equal((600.0, 1L), (alert.GetProperty("baseline").GetDouble(), alert.GetProperty("n").GetInt64()));
        while (said.Count < 2) await Task.Delay(50, Cancelled);
        Assert.Equal(
            ["*ana waits for Acme and the answer is late*", "*Taken back: ana waits for Acme and the answer is late*"],
            said.Select(text => text.Split('\n')[0]));
    }

    private static JsonElement Listed(JsonElement body) => body.GetProperty("listed")[0].GetProperty("finding");

    private static async Task<(JsonElement Body, bool Signed)> ReceiveAsync(HttpListener hook)
    {
        var call = await hook.GetContextAsync().WaitAsync(Cancelled);
        using var read = new MemoryStream();
        await call.Request.InputStream.CopyToAsync(read, Cancelled);
        var signed = SignedBody.IsRight(
            "between us", "v1", call.Request.Headers["X-Listening-Timestamp"], read.ToArray(), call.Request.Headers["X-Listening-Signature"], TimeProvider.System.GetUtcNow());
        call.Response.StatusCode = 204;
        call.Response.Close();
        return (JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(read.ToArray())), signed);
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static async Task PostAsync(HttpClient agent, string id, string author, DateTimeOffset at, string? inReplyTo, string arrival)
    {
        var post = new
        {
            source = "mastodon", id, author = new { id = author, handle = author }, text = author == "acme" ? "It lies at the desk in hall 4" : "My bag is gone @acme",
            postedAt = at.ToString("O", CultureInfo.InvariantCulture), inReplyTo, mentions = author == "acme" ? [] : new[] { "acme" },
        };
        using var answer = await agent.PostAsJsonAsync($"/api/v1/posts?arrival={arrival}", new[] { post }, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
