using System.Text.Json;
using Listening.Access;
using Listening.Alerts;
using Listening.Sources.Http;
using Listening.Tests.Sources.Contract;
using Listening.Web.Alerts;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Listening.Tests.Alerts;

/// <summary>Slack's incoming webhook on loopback, as docs.slack.dev/messaging/sending-messages-using-incoming-webhooks has it.</summary>
public sealed class SlackChannelTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_is_posted_as_one_text_in_which_strangers_words_mention_nobody_and_link_nowhere()
    {
        await using var stub = await StubServer.StartAsync();
        var (type, method, body) = ("", "", "");
        stub.Answer = request =>
        {
            (type, method, body) = (request.ContentType!, request.Method, new StreamReader(request.Body).ReadToEnd());
            return new("ok", "text/plain");
        };

        await SendAsync(stub, Finding("<!channel> waits for Acme & the answer is late"));

        Assert.Equal(("POST", "application/json"), (method, type.Split(';')[0]));
        Assert.Equal("/services/T000/B000/secret", Assert.Single(stub.Requests));
        var payload = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(body)!;
        Assert.Equal(
            "*&lt;!channel&gt; waits for Acme &amp; the answer is late*\n&lt;!channel&gt; waits for Acme &amp; the answer is late\n  observed 2 h, usual 1 h, n = 1\n"
            + "  ana: &lt;https://evil.example|Your bank&gt; where is my bag?\n  https://listening.example/triage?case=7\n\n",
            Assert.Single(payload, field => field.Key == "text").Value.GetString());
        Assert.Single(payload);
    }

    [Fact]
    public async Task A_long_digest_is_cut_between_letters_and_keeps_its_heading()
    {
        await using var stub = await StubServer.StartAsync();
        var body = "";
        stub.Answer = request =>
        {
            body = new StreamReader(request.Body).ReadToEnd();
            return new("ok", "text/plain");
        };

        await SendAsync(stub, [.. Enumerable.Range(0, 60).Select(i => Finding($"{string.Concat(Enumerable.Repeat("😀", 40))} {i}"))]);

        var text = JsonDocument.Parse(body).RootElement.GetProperty("text").GetString()!;
        Assert.InRange(text.Length, 2_900, 3_000);
        Assert.StartsWith("*60 alerts: 60 late*\n", text, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(text[^1]));
    }

    [Theory]
    [InlineData(404, "no_service")]
    [InlineData(403, "action_prohibited")]
    [InlineData(410, "channel_is_archived")]
    [InlineData(500, "rollup_error")]
    public async Task What_slack_refuses_was_not_sent_and_the_reason_does_not_tell_the_address_which_is_the_secret(int status, string says)
    {
        await using var stub = await StubServer.StartAsync();
        stub.Answer = _ => new(says, "text/plain", status);
        var unsent = await Assert.ThrowsAsync<AlertUnsentException>(() => SendAsync(stub, Finding("late")));
        Assert.DoesNotContain("secret", unsent.Message, StringComparison.Ordinal);
        Assert.NotEmpty(unsent.Message);
    }

    private static async Task SendAsync(StubServer stub, params AlertFinding[] findings)
    {
        using var http = new OutgoingHttp(OutgoingRules.Read("127.0.0.1"), new() { Retries = 0 }, TimeProvider.System, (_, _) => Task.FromResult(new[] { System.Net.IPAddress.Loopback }));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Alerts:Slack:Url"] = new Uri(stub.Address, "services/T000/B000/secret").ToString() }).Build();
        var channel = new SlackChannel(new() { Rules = new(), Root = "https://listening.example" }, http, configuration, new NoSecrets());
        var digest = AlertDigest.Of([.. findings.Select((finding, i) => new Alert(i + 1, Some.Instant, finding))], [], findings.Length);
        await channel.SendAsync(new(Guid.NewGuid(), channel.Name, Some.Instant, digest, 0), Cancelled);
    }

    private static AlertFinding Finding(string title) => new(AlertKind.Breach, title, "Acme", title, "/triage?case=7")
    {
        Baseline = 3600, Observed = 7200, Unit = "seconds", Posts = [new("mastodon", "1", "ana", "<https://evil.example|Your bank> where is my bag?")],
    };

    private sealed class NoSecrets : ISecretReader
    {
        public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
    }
}
