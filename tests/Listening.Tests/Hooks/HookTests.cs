using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Listening.Access;
using Listening.Brands;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Pushing;
using Listening.Sources.Http;
using Listening.Sources.Slack;
using Listening.Sources.Webhook;
using Listening.Storing;
using Listening.Tests.Collecting;
using Listening.Web.Hooks;
using Listening.Web.Json;
using Listening.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Hooks;

/// <summary>The open door for what sources send by themselves, over a real server.</summary>
public sealed class HookTests : ISourceList, ISecretReader, IAsyncLifetime
{
    private const string Secret = "a secret of sixteen and more";
    private const string Event = """{"type":"event_callback","event_id":"Ev1","event":{"type":"message","channel":"C0FEEDBK1","user":"U1","text":"Where is it?","ts":"1763712400.000100"}}""";
    private readonly MemoryPostStore store = new();
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly List<ConfiguredSource> sources =
    [
        Source("desk", "webhook", new() { ["secret"] = "secret:desk" }),
        Source("paused", "webhook", new() { ["secret"] = "secret:desk" }) with { Paused = true },
        Source("broken", "webhook", new() { ["secret"] = "secret:gone" }),
        Source("feed", "slack", new() { ["token"] = "t", ["channels"] = "C0FEEDBK1" }),
        Source("slack", "slack", new() { ["token"] = "t", ["channels"] = "C0FEEDBK1", ["signing-secret"] = "secret:desk" }),
    ];

    private WebApplication app = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var projector = new MemoryProjector(store);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IPostStore>(store).AddSingleton<CommitGroups>().AddSingleton<CollectingPipeline>();
        builder.Services.AddSingleton(_ => new ProjectingLoop(projector, projector, new Revisions(), TimeProvider.System, NullLogger<ProjectingLoop>.Instance));
        builder.Services.AddSingleton<ISourceList>(this).AddSingleton<ISecretReader>(this).AddSingleton(new CurrentRegistry(new BrandRegistry([])));
        builder.Services.AddSingleton(new OutgoingHttp(OutgoingRules.PublicOnly, time)).AddSingleton<IConnector, SlackConnector>().AddSingleton<IConnector, WebhookConnector>();
        builder.Services.AddHooks();
        app = builder.Build();
        app.MapHooks();
        await app.StartAsync(Cancel);
        client = new HttpClient { BaseAddress = ServerAddress.Of(app.Services.GetRequiredService<IServer>()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    public Task<IReadOnlyList<ConfiguredSource>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ConfiguredSource>>(sources);

    public Task<ConfiguredSource?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(sources.Find(source => source.Id == id));

    public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult(name == "desk" ? Secret : null);

    [Fact]
    public async Task Signed_posts_are_stored_and_others_lines_are_told()
    {
        var body = $"{Line("desk", "1")}\n{Line("another", "2")}\n{{}}\n{Line("desk", "3")}";

        var (status, answer) = await SendAsync("desk", body);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, answer.GetProperty("accepted").GetInt64());
        Assert.Equal(["line 2: `source` is not desk", "line 3: `source` is missing"], answer.GetProperty("rejected").EnumerateArray().Select(reason => reason.GetString()));
        Assert.Equal(["1", "3"], store.Posts.Select(post => post.Post.Identity.Id));
        Assert.Equal(2, (await SendAsync("desk", $"[{Line("desk", "1")},{Line("desk", "3")}]")).Answer.GetProperty("duplicates").GetInt64());
    }

    [Theory]
    [InlineData("desk", "another secret", 0, "v1")]
    [InlineData("desk", Secret, 301, "v1")]
    [InlineData("desk", Secret, -301, "v1")]
    [InlineData("desk", Secret, 0, "v0")]
    [InlineData("nobody", Secret, 0, "v1")]
    [InlineData("paused", Secret, 0, "v1")]
    [InlineData("broken", Secret, 0, "v1")]
    [InlineData("feed", Secret, 0, "v0")]
    public async Task What_is_not_signed_as_it_must_be_is_refused_and_nothing_is_told(string source, string secret, int seconds, string version)
    {
        var (status, answer) = await SendAsync(source, Line(source, "1"), secret, seconds, version);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("urn:listening:problem:signature", answer.GetProperty("type").GetString());
        Assert.Empty(store.Posts);
    }

    [Fact]
    public async Task A_body_that_was_changed_or_is_too_long_is_refused()
    {
        using var request = Request("desk", Line("desk", "1"), Secret, 0, "v1");
        request.Content!.Dispose();
        request.Content = new StringContent(Line("desk", "2"));
        using var changed = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, changed.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync("desk", new string(' ', HookEndpoints.LargestBody + 1))).Status);
        Assert.Empty(store.Posts);
    }

    [Fact]
    public async Task Slack_is_told_its_challenge_and_an_event_that_it_sends_again_is_stored_once()
    {
        using var challenge = Request("slack", """{"type":"url_verification","challenge":"3eZbrw1aB10U"}""", Secret, 0, "v0");
        using var told = await client.SendAsync(challenge, Cancel);
        Assert.Equal("3eZbrw1aB10U", await told.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(1, (await SendAsync("slack", Event, version: "v0")).Answer.GetProperty("accepted").GetInt64());
        var again = (await SendAsync("slack", Event, seconds: 60, version: "v0")).Answer;
        Assert.Equal((0, 1), (again.GetProperty("accepted").GetInt64(), again.GetProperty("duplicates").GetInt64()));
        Assert.Equal((new PostId("slack", "C0FEEDBK1/1763712400.000100"), Audience.Internal), (store.Posts.First().Post.Identity, store.Posts.First().Post.Audience));
    }

    [Fact]
    public async Task Who_sends_unsigned_again_and_again_is_not_read_any_more_for_a_while()
    {
        for (var knock = 0; knock < 30; knock++) Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(knock % 2 == 0 ? "desk" : "nobody", Line("desk", "1"), "another secret")).Status);
        using var request = Request("desk", Line("desk", "1"), Secret, 0, "v1");
        using var held = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
        Assert.InRange(held.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Empty(store.Posts);
    }

    [Fact]
    public async Task A_busy_sender_whose_signatures_are_right_is_heard()
    {
        for (var sent = 0; sent < 100; sent++) Assert.Equal(HttpStatusCode.OK, (await SendAsync("desk", Line("desk", $"{sent}"))).Status);
        Assert.Equal(100, store.Posts.Count());
    }

    private static ConfiguredSource Source(string name, string kind, Dictionary<string, string> values) =>
        new(Guid.NewGuid(), name, kind) { Values = values, Every = TimeSpan.FromMinutes(1), Added = Some.Instant };

    private static string Line(string source, string id) => $$"""{"source":"{{source}}","id":"{{id}}","author":{"id":"a"},"text":"Where is my train?","postedAt":"2026-01-01T00:00:00Z"}""";

    private async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(string source, string body, string secret = Secret, int seconds = 0, string version = "v1")
    {
        using var request = Request(source, body, secret, seconds, version);
        using var answer = await client.SendAsync(request, Cancel);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    private static HttpRequestMessage Request(string source, string body, string secret, int seconds, string version)
    {
        var at = Some.Instant.ToUnixTimeSeconds() + seconds;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"hooks/{source}", UriKind.Relative)) { Content = new StringContent(body) };
        // A body that is refused unread is not sent: a server that closes while it still comes would cut the answer off.
        request.Headers.ExpectContinue = body.Length > HookEndpoints.LargestBody;
        var named = version == "v0" ? "Slack-Request-Timestamp X-Slack-Signature" : "Listening-Timestamp X-Listening-Signature";
        request.Headers.Add($"X-{named.Split(' ')[0]}", at.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(named.Split(' ')[1], SignedBody.Sign(secret, version, at, Encoding.UTF8.GetBytes(body)));
        return request;
    }
}
