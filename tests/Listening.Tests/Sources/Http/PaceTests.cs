using System.Net;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Tests.Sources.Contract;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Http;

/// <summary>How often one host is asked with one credential, and what is known of what is left.</summary>
public sealed class PaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly FakeTimeProvider time = new(Some.Instant);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_may_come_at_once_comes_at_once_and_then_one_a_step()
    {
        var pace = new Pace(new(10, TimeSpan.FromSeconds(5)), time);
        for (var request = 0; request < 10; request++) Assert.True(pace.TakeAsync(Patience, Cancel).IsCompletedSuccessfully);
        Assert.Equal(new RateBudget(10, 0, Some.Instant.AddSeconds(5), Told: false), pace.Left());

        var next = pace.TakeAsync(Patience, Cancel);
        time.Advance(TimeSpan.FromMilliseconds(499));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await next);

        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((4L, (DateTimeOffset?)Some.Instant.AddSeconds(5.5)), (pace.Left().Remaining, pace.Left().Resets));
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(new RateBudget(10, 10, null, Told: false), pace.Left());
    }

    [Fact]
    public async Task Who_would_wait_too_long_is_told_until_when_and_takes_no_turn()
    {
        var pace = new Pace(new(1, TimeSpan.FromMinutes(1)), time);
        Assert.Null(await pace.TakeAsync(Patience, Cancel));
        Assert.Equal(Some.Instant.AddMinutes(1), await pace.TakeAsync(Patience, Cancel));
        Assert.Equal(Some.Instant.AddMinutes(1), await pace.TakeAsync(Patience, Cancel));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await pace.TakeAsync(Patience, Cancel));
    }

    [Fact]
    public async Task A_source_that_closes_is_left_alone_until_it_said()
    {
        var pace = new Pace(RequestRate.Polite, time);
        pace.CloseUntil(Some.Instant.AddMinutes(5));
        pace.CloseUntil(Some.Instant.AddMinutes(1));
        Assert.Equal(Some.Instant.AddMinutes(5), await pace.TakeAsync(Patience, Cancel));
        Assert.Equal(new RateBudget(10, 0, Some.Instant.AddMinutes(5), Told: false), pace.Left());
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await pace.TakeAsync(Patience, Cancel));
    }

    [Fact]
    public async Task Each_host_and_credential_has_its_own_and_a_refusal_closes_it_for_all_who_share_it()
    {
        await using var stub = await StubServer.StartAsync();
        stub.Answer = _ => new("no", Status: 429) { Headers = new Dictionary<string, string> { ["Retry-After"] = "120" } };
        using var http = new OutgoingHttp(OutgoingRules.Read("127.0.0.1"), new() { Retries = 0 }, time, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        OutgoingRequest Ask(string credential) => new(stub.Address) { Credential = credential };
        Assert.Equal(Some.Instant.AddMinutes(2), (await http.SendAsync(Ask("ana"), Cancel)).Failure!.NotBefore);
        Assert.Equal((FailureKind.RateLimited, Some.Instant.AddMinutes(2)), (await http.SendAsync(Ask("ana"), Cancel)).Failure is var held ? (held!.Kind, held.NotBefore!.Value) : default);
        Assert.Single(stub.Requests);
        await http.SendAsync(Ask("ben"), Cancel);
        Assert.Equal(2, stub.Requests.Count);
    }

    [Theory]
    [InlineData("X-RateLimit-Limit=300 X-RateLimit-Remaining=288 X-RateLimit-Reset=2026-01-05T09:15:00.000000Z", 300L, 288L, "2026-01-05T09:15:00Z")]
    [InlineData("x-rate-limit-limit=450 x-rate-limit-remaining=0 x-rate-limit-reset=1767604800", 450L, 0L, "2026-01-05T09:20:00Z")]
    [InlineData("RateLimit-Limit=3000 RateLimit-Remaining=2999 RateLimit-Reset=1767604800 RateLimit-Policy=3000;w=300", 3000L, 2999L, "2026-01-05T09:20:00Z")]
    [InlineData("x-ratelimit-used=4 x-ratelimit-remaining=596.0 x-ratelimit-reset=60", 600L, 596L, "2026-01-05T09:13:44.120Z")]
    [InlineData("X-RateLimit-Remaining=7", null, 7L, null)]
    public async Task What_the_host_says_is_left_counts_before_our_own_limit(string headers, long? limit, long remaining, string? resets)
    {
        await using var stub = await StubServer.StartAsync();
        stub.Answer = _ => new("yes") { Headers = headers.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]) };
        using var http = new OutgoingHttp(OutgoingRules.Read("127.0.0.1"), new() { Retries = 0 }, time, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));

        var (_, budget) = await http.Rates.WatchAsync(() => http.SendAsync(new(stub.Address), Cancel));

        Assert.Equal(new RateBudget(limit, remaining, resets is null ? null : DateTimeOffset.Parse(resets, null), Told: true), budget);
        if (budget!.Resets is { } instant) Assert.Equal((budget.Limit ?? budget.Remaining, null), budget.At(instant) is var after ? (after.Remaining, after.Resets) : default);
    }

    [Fact]
    public async Task Of_several_hosts_the_scarcest_is_told_and_who_asks_beside_it_is_not_counted()
    {
        await using var stub = await StubServer.StartAsync();
        using var http = new OutgoingHttp(OutgoingRules.Read("127.0.0.1"), new() { Retries = 0 }, time, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        Assert.Null((await http.Rates.WatchAsync(() => Task.FromResult(1))).Budget);
        var beside = http.Rates.WatchAsync(() => http.SendAsync(new(stub.Address) { Credential = "beside", Rate = new(2, TimeSpan.FromMinutes(1)) }, Cancel));
        var (_, budget) = await http.Rates.WatchAsync(async () =>
        {
            for (var request = 0; request < 3; request++) await http.SendAsync(new(stub.Address) { Credential = "one" }, Cancel);
            return await http.SendAsync(new(stub.Address) { Credential = "other" }, Cancel);
        });
        Assert.Equal((10L, 7L, false), (budget!.Limit!.Value, budget.Remaining, budget.Told));
        Assert.Equal((2L, 1L), ((await beside).Budget is { } other ? (other.Limit!.Value, other.Remaining) : default));
    }
}
