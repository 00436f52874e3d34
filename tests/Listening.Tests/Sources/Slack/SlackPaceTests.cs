using System.Collections.Concurrent;
using System.Globalization;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Slack;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Slack;

/// <summary>Slack's slowest limit, one page of fifteen messages a minute and method, hours of it in virtual time.</summary>
public sealed class SlackPaceTests : IAsyncDisposable
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1763712000));
    private readonly SlackRoom room = new();
    private readonly MemoryPullStore store = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> asked = new();
    private OutgoingHttp? http;
    private StubServer? stub;
    private int numbers;
    private int refused;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task One_page_a_minute_loses_nothing(int seed)
    {
        var chance = new Random(seed);
        stub = await StubServer.StartAsync();
        stub.Answer = Answer;
        // No wait is sat out: who must wait is told until when, and the schedule comes back.
        http = new(OutgoingRules.Read("127.0.0.1"), new() { Retries = 0, LongestTurn = TimeSpan.Zero, Longest = TimeSpan.FromHours(1) }, time, (_, _) => throw new InvalidOperationException("No name is asked for here."));
        var threads = new List<string>();
        for (var i = 0; i < 60; i++) threads.Add(Say($"Before {i}"));

        for (var minute = 0; minute < 240; minute++)
        {
            for (var more = chance.Next(0, minute % 60 == 0 ? 40 : 4); more > 0; more--)
            {
                if (chance.Next(3) > 0) Say($"Answer {numbers}", threads[chance.Next(threads.Count)]);
                else threads.Add(Say($"Message {numbers}"));
            }

            await Pull();
            time.Advance(TimeSpan.FromSeconds(chance.Next(20, 100)));
        }

        // Silence: what is left is read, page by page.
        for (var minute = 0; minute < 400 && store.Posts.Count < room.Texts.Count; minute++)
        {
            await Pull();
            time.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Equal(room.Texts.Order(), store.Batches.SelectMany(batch => batch.Posts).DistinctBy(post => post.Post.Identity).Select(post => post.Post.Text).Order());
        Assert.Equal(0, refused);
        Assert.Empty(store.Gaps);
    }

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (stub is not null) await stub.DisposeAsync();
    }

    private string Say(string text, string? thread = null)
    {
        var ts = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeSeconds():D10}.{++numbers:D6}");
        room.Say(ts, text, thread);
        return ts;
    }

    private StubAnswer Answer(HttpRequest request)
    {
        var (method, now) = (request.Path.Value!, time.GetUtcNow());
        if (method.EndsWith("users.info", StringComparison.Ordinal)) return room.Answer(request);
        if (asked.TryGetValue(method, out var last) && now - last < TimeSpan.FromMinutes(1))
        {
            refused++;
            return new("""{"ok":false,"error":"ratelimited"}""", Status: 429) { Headers = new Dictionary<string, string> { ["Retry-After"] = "60" } };
        }

        asked[method] = now;
        Assert.Equal("15", request.Query["limit"]);
        return room.Answer(request);
    }

    private async Task Pull()
    {
        var reader = new SlackConnector(http!, time).Open(new("slack", new Dictionary<string, string>
        {
            ["address"] = stub!.Address.AbsoluteUri, ["token"] = "t", ["channels"] = SlackStub.Channel, ["limits"] = "unlisted",
        }));
        var report = await new PullRun(reader, store, time).RunAsync(reader.Streams[0], store.Cursor("channels"), new(), TestContext.Current.CancellationToken);
        Assert.True(report.Failure is null or { Kind: FailureKind.RateLimited }, report.Failure?.Reason);
    }
}
