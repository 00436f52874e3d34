using System.Collections.Concurrent;
using System.Text;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources.Http;

/// <summary>An answer that is held open.</summary>
public sealed class OutgoingEventsTests : IAsyncLifetime
{
    private StubServer stub = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => stub = await StubServer.StartAsync();

    public async ValueTask DisposeAsync() => await stub.DisposeAsync();

    [Fact]
    public async Task Events_arrive_as_they_come_and_silence_ends_the_answer()
    {
        stub.Fault = async (_, context, _) =>
        {
            context.Response.ContentType = "text/event-stream; charset=utf-8";
            await SayAsync(context, "event: update\ndata: one\ndata: two\n\n:thump\n");
            await SayAsync(context, "data: th");
            await SayAsync(context, "ree\r\n\r\n");
            await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted);
            return true;
        };
        var time = new FakeTimeProvider();
        using var http = Way(time: time);
        var told = new ConcurrentQueue<string>();

        var reading = ReadAsync(http, told);
        for (var turn = 0; !reading.IsCompleted && turn < 3000; turn++)
        {
            if (told.Count == 2) time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(10, Cancel);
        }

        var failure = await reading;
        Assert.Equal(["update one\ntwo", "message three"], told);
        Assert.Equal((FailureKind.Unreachable, "127.0.0.1 said nothing for 60 seconds"), (failure.Kind, failure.Reason));
    }

    [Fact]
    public async Task An_event_that_does_not_end_is_not_kept()
    {
        stub.Fault = async (_, context, _) =>
        {
            context.Response.ContentType = "text/event-stream";
            await SayAsync(context, "data: small\n\n");
            var much = Encoding.UTF8.GetBytes("data: " + new string('x', 1024 * 1024) + "\n");
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(much, context.RequestAborted);
            return true;
        };
        using var http = Way();

        var told = new ConcurrentQueue<string>();
        var failure = await ReadAsync(http, told);

        Assert.Equal(["message small"], told);
        Assert.Equal(FailureKind.Unreadable, failure.Kind);
    }

    [Theory]
    [InlineData("a page of HTML", FailureKind.Unreadable)]
    [InlineData("401", FailureKind.Unauthorised)]
    [InlineData("429 in seconds", FailureKind.RateLimited)]
    [InlineData("reset", FailureKind.Unreachable)]
    [InlineData("hang", FailureKind.Unreachable)]
    public async Task What_is_no_stream_is_a_failure(string fault, FailureKind kind)
    {
        stub.Fault = async (_, context, answer) =>
        {
            await Faults.All[fault](context, answer);
            return true;
        };
        using var http = Way(longest: TimeSpan.FromSeconds(fault == "hang" ? 0.3 : 20));

        Assert.Equal(kind, (await http.ListenAsync(new(stub.Address), Cancel)).Failure?.Kind);
    }

    [Fact]
    public async Task The_guard_is_the_same_as_for_every_request()
    {
        using var http = new OutgoingHttp(OutgoingRules.PublicOnly, TimeProvider.System);

        var (events, failure) = await http.ListenAsync(new(stub.Address), Cancel);

        Assert.Null(events);
        Assert.Equal((FailureKind.Misconfigured, true), (failure!.Kind, failure.Reason.Contains("private network", StringComparison.Ordinal)));
        Assert.Empty(stub.Requests);
    }

    private async Task<PageFailure> ReadAsync(OutgoingHttp http, ConcurrentQueue<string> told)
    {
        var (events, refused) = await http.ListenAsync(new(stub.Address), Cancel);
        Assert.Null(refused);
        using var open = events!;
        return await open.ReadAsync(
            (one, _) =>
            {
                told.Enqueue($"{one.EventType} {one.Data}");
                return ValueTask.CompletedTask;
            },
            Cancel);
    }

    private static async Task SayAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync(text, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static OutgoingHttp Way(TimeSpan? longest = null, TimeProvider? time = null) => new(
        OutgoingRules.Read("127.0.0.1"), new() { LongestSilence = TimeSpan.FromMinutes(1), Longest = longest ?? TimeSpan.FromSeconds(20), Retries = 0 }, time ?? TimeProvider.System,
        (_, _) => throw new InvalidOperationException("No name is asked for here."));
}
