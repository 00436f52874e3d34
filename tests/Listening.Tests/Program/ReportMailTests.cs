using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Listening.Access;
using Listening.Collecting.Pushing;
using Listening.Desk;
using Listening.Desk.Reporting;
using Listening.Reporting;
using Listening.Reporting.Sending;
using Listening.Tests.Web.Mailing;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Scheduled reports of the running program, in a real mail server and a webhook on loopback.</summary>
public sealed class ReportMailTests
{
    private const int TooMany = Listening.Web.Mailing.SharedReportPage.Looks + 1;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_weekly_report_missed_three_times_arrives_once_in_spite_of_two_kills_and_is_shared_by_a_link()
    {
        using var directory = new TemporaryDirectory();
        await using var mails = await MailServer.StartAsync(Cancelled);
        await mails.WillAsync("hold-within", "hold-after");
        await ScheduleAsync(directory.File("data"));
        using var hook = new HttpListener();
        var address = $"{RunningServer.FreeAddress()}hook/";
        hook.Prefixes.Add(address);
        hook.Start();
        var posted = ReceiveAsync(hook);
        var settings = new Dictionary<string, string>
        {
            ["LISTENING__Brands__0__Name"] = "Acme", ["LISTENING__Brands__0__Handles__0"] = "*:acme", ["LISTENING__Storage__MinimumFree"] = "0", ["LISTENING__Models__Sort"] = "false",
            ["LISTENING__Sources__AllowedNetworks"] = "127.0.0.1", ["LISTENING__Alerts__Root"] = "https://listening.example", ["LISTENING__Reports__Chromium"] = "none",
            ["LISTENING__Alerts__Mail__Host"] = "127.0.0.1", ["LISTENING__Alerts__Mail__Port"] = $"{mails.Port}", ["LISTENING__Alerts__Mail__Plain"] = "true",
            // No Alerts:Mail:To: a schedule's recipients are its own, and nobody gets alerts by mail.
            ["LISTENING__Alerts__Mail__From"] = "Listening <listening@example.com>",
            ["LISTENING__Reports__Webhook__Url"] = address, ["LISTENING__Reports__Webhook__Secret"] = "between us",
        };

        // Killed within the mail's lines, then after the server took them and before it said so.
        await using (var first = await RunningServer.StartAsync(directory.File("data"), settings, Cancelled))
        {
            await mails.HeldAsync(Cancelled);
            await first.KillAsync();
        }

        await using (var second = await RunningServer.StartAsync(directory.File("data"), settings, Cancelled))
        {
            await mails.MailsAsync(1, Cancelled);
            await second.KillAsync();
        }

        await using var server = await RunningServer.StartAsync(directory.File("data"), settings, Cancelled);
        var came = await mails.MailsAsync(2, Cancelled);
        Assert.Equal((came[0].MessageId, came[0].Subject, came[0].HtmlBody), (came[1].MessageId, came[1].Subject, came[1].HtmlBody));
        Assert.Equal("ana@example.com", came[1].To.Mailboxes.Single().Address);
        using var admin = await server.WithKeyAsync("admin");
        var report = await SentAsync(admin);
        Assert.Equal(("perhaps_twice", 3), (State(report, "mail").GetProperty("state").GetString(), State(report, "mail").GetProperty("tries").GetInt32()));
        Assert.Contains($"https://listening.example/report?sent={report.GetProperty("id").GetString()}", came[1].TextBody, StringComparison.Ordinal);
        Assert.Equal(7, Math.Round((report.GetProperty("to").GetDateTimeOffset() - report.GetProperty("from").GetDateTimeOffset()).TotalDays));
        var (body, signed) = await posted;
        Assert.True(signed);
        Assert.Equal((report.GetProperty("id").GetString(), "Acme"), (body.GetProperty("id").GetString(), body.GetProperty("report").GetProperty("brand").GetString()));

        await ShareAsync(server, admin, report.GetProperty("id").GetString()!);
        using var reader = await server.WithKeyAsync("read");
        Assert.Equal(JsonValueKind.Null, State(await SentAsync(reader), "mail").GetProperty("to").ValueKind);
        await SendNowAsync(admin, mails);
        await GuessAsync(server);
    }

    private static async Task ShareAsync(RunningServer server, HttpClient admin, string report)
    {
        using var made = await admin.PostAsJsonAsync($"/api/v1/reports/{report}/links", new { days = 1 }, Cancelled);
        var link = await made.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        var path = new Uri(link.GetProperty("url").GetString()!).PathAndQuery;
        using (var page = await server.Client.GetAsync(path, Cancelled))
        {
            Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
            Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'; ", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.StartsWith("noindex", page.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
            Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
            Assert.False(page.Headers.Contains("Set-Cookie"));
            Assert.Contains("Engagement report: Acme", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }

        // It opens this and nothing else.
        foreach (var other in (string[])[$"/api/v1/reports/{report}/links", "/api/v1/reports", "/report", $"/shared/report/{report}", path[..^1], $"{path}/x", "/shared/report/", "/shared"])
        {
            using var answer = await server.Client.GetAsync(other, Cancelled);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound, $"{other}: {answer.StatusCode}");
        }

        using var unknown = await server.Client.GetAsync("/shared/report/nobody-made-this", Cancelled);
        using var revoked = await admin.DeleteAsync($"/api/v1/reports/{report}/links/{link.GetProperty("id").GetString()}", Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        using var gone = await server.Client.GetAsync(path, Cancelled);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, gone.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(Cancelled), await gone.Content.ReadAsStringAsync(Cancelled));

        var log = await admin.GetFromJsonAsync<JsonElement>("/api/v1/admin/audit?limit=50", Cancelled);
        Assert.Contains("report-link.create", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(path.Split('/')[^1], log.ToString(), StringComparison.Ordinal);
    }

    // Who tries many is told to wait.
    private static async Task GuessAsync(RunningServer server)
    {
        var waits = false;
        for (var i = 0; i < TooMany && !waits; i++)
        {
            using var answer = await server.Client.GetAsync($"/shared/report/guess-{i}", Cancelled);
            waits = answer.StatusCode == HttpStatusCode.TooManyRequests;
        }

        Assert.True(waits);
    }

    private static async Task SendNowAsync(HttpClient admin, MailServer mails)
    {
        var schedule = (await admin.GetFromJsonAsync<JsonElement>("/api/v1/admin/report-schedules", Cancelled)).GetProperty("items")[0].GetProperty("id").GetString();
        using var nobody = await admin.PostAsJsonAsync($"/api/v1/admin/report-schedules/{schedule}/send", new { }, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        using var sent = await admin.PostAsJsonAsync($"/api/v1/admin/report-schedules/{schedule}/send", new { to = new[] { "me@example.com" } }, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        Assert.Equal("me@example.com", (await mails.MailsAsync(3, Cancelled))[2].To.Mailboxes.Single().Address);
    }

    // As it was before three Mondays: nobody ran the program since.
    private static async Task ScheduleAsync(string data)
    {
        Directory.CreateDirectory(data);
        await using var desk = DeskStore.Sqlite(Path.Combine(data, "desk.db"));
        await desk.MigrateAsync(Cancelled);
        await new ReportSchedules(desk, TimeProvider.System).AddAsync(
            new()
            {
                Id = Guid.NewGuid(), Brand = "Acme", Cadence = ReportCadence.Weekly, Hour = 0, Recipients = ["ana@example.com"], Formats = [ReportFormat.Csv], Webhook = true,
                Comparison = ReportComparison.Previous, Enabled = true, Since = TimeProvider.System.GetUtcNow().AddDays(-25), By = "ana",
            },
            new Actor("ana", null), Cancelled);
    }

    private static async Task<JsonElement> SentAsync(HttpClient client)
    {
        while (true)
        {
            var items = (await client.GetFromJsonAsync<JsonElement>("/api/v1/reports", Cancelled)).GetProperty("items");
            var report = Assert.Single(items.EnumerateArray());
            if (report.GetProperty("messages").EnumerateArray().All(message => message.GetProperty("sentAt").ValueKind == JsonValueKind.String)) return report;
            await Task.Delay(50, Cancelled);
        }
    }

    private static JsonElement State(JsonElement report, string kind) => report.GetProperty("messages").EnumerateArray().Single(message => message.GetProperty("kind").GetString() == kind);

    private static async Task<(JsonElement Body, bool Signed)> ReceiveAsync(HttpListener hook)
    {
        var call = await hook.GetContextAsync().WaitAsync(Cancelled);
        using var read = new MemoryStream();
        await call.Request.InputStream.CopyToAsync(read, Cancelled);
        var signed = SignedBody.IsRight(
            "between us", "v1", call.Request.Headers["X-Listening-Timestamp"], read.ToArray(), call.Request.Headers["X-Listening-Signature"], TimeProvider.System.GetUtcNow());
        call.Response.StatusCode = 204;
        call.Response.Close();
        return (JsonSerializer.Deserialize<JsonElement>(read.ToArray()), signed);
    }
}
