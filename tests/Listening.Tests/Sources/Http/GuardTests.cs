using System.Net;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Tests.Sources.Contract;
using Xunit;

namespace Listening.Tests.Sources.Http;

/// <summary>Where a given address may lead: the check is made on what is connected to, whatever a name answers and wherever it redirects.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private StubServer stub = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        stub = await StubServer.StartAsync();
        stub.Answer = _ => new("inside");
    }

    public ValueTask DisposeAsync() => stub.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.7")]
    [InlineData("169.254.169.254")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void Addresses_inside_are_refused_however_they_are_written(string address) => Assert.False(OutgoingRules.PublicOnly.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("::ffff:93.184.215.14")]
    [InlineData("64:ff9b::5db8:d70e")]
    public void Addresses_outside_are_allowed(string address) => Assert.True(OutgoingRules.PublicOnly.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://inside.example:{0}/")]
    public async Task A_private_address_is_not_connected_to_by_any_of_its_names(string address)
    {
        using var http = Http(OutgoingRules.PublicOnly, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        var answer = await http.SendAsync(new(new(address.Replace("{0}", $"{stub.Address.Port}", StringComparison.Ordinal))), Cancel);
        Assert.Equal(FailureKind.Misconfigured, answer.Failure!.Kind);
        Assert.Contains("leads into a private network", answer.Failure.Reason, StringComparison.Ordinal);
        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task A_name_that_answers_differently_the_second_time_gains_nothing()
    {
        // Rebinding: public when it is looked at, private when it is used. Here the first answer is allowed and listens, the second is not.
        var asked = 0;
        using var http = Http(OutgoingRules.Read("127.0.0.1"), (_, _) => Task.FromResult(new[] { IPAddress.Parse(++asked == 1 ? "127.0.0.1" : "127.0.0.2") }));
        var address = new Uri($"http://rebinding.example:{stub.Address.Port}/");
        stub.Answer = _ => new("one") { Headers = new Dictionary<string, string> { ["Connection"] = "close" } };
        Assert.Equal("one", (await http.SendAsync(new(address), Cancel)).Text());
        // What was checked is what was connected to: the name was asked for once.
        Assert.Equal(1, asked);
        var second = await http.SendAsync(new(address), Cancel);
        Assert.Equal((2, FailureKind.Misconfigured), (asked, second.Failure!.Kind));
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task One_address_inside_among_several_refuses_the_name()
    {
        using var http = Http(OutgoingRules.Read("127.0.0.1"), (_, _) => Task.FromResult(new[] { IPAddress.Loopback, IPAddress.Parse("10.0.0.7") }));
        var answer = await http.SendAsync(new(new($"http://both.example:{stub.Address.Port}/")), Cancel);
        Assert.Equal((FailureKind.Misconfigured, 0), (answer.Failure!.Kind, stub.Requests.Count));
    }

    [Fact]
    public async Task A_redirect_into_the_house_is_checked_like_the_first_address()
    {
        using var http = Http(OutgoingRules.Read("127.0.0.1"), (host, _) => Task.FromResult(new[] { IPAddress.Parse(host == "outside.example" ? "127.0.0.1" : "127.0.0.2") }));
        stub.Answer = _ => Redirect($"http://metadata.example:{stub.Address.Port}/latest/meta-data");
        var answer = await http.SendAsync(new(new($"http://outside.example:{stub.Address.Port}/")), Cancel);
        Assert.Equal(FailureKind.Misconfigured, answer.Failure!.Kind);
        Assert.Equal(["/"], stub.Requests);
    }

    [Fact]
    public async Task A_stream_is_opened_under_the_same_guard()
    {
        using var http = Http(OutgoingRules.PublicOnly, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        var (socket, failure) = await http.ConnectAsync(new($"http://inside.example:{stub.Address.Port}/subscribe"), Cancel);
        Assert.Null(socket);
        Assert.Contains("leads into a private network", failure!.Reason, StringComparison.Ordinal);
        Assert.Empty(stub.Requests);
    }

    private static StubAnswer Redirect(string to) => new("", Status: 302) { Headers = new Dictionary<string, string> { ["Location"] = to } };

    private static OutgoingHttp Http(OutgoingRules rules, Func<string, CancellationToken, Task<IPAddress[]>> resolve) =>
        new(rules, new() { Longest = TimeSpan.FromSeconds(20), Retries = 0 }, TimeProvider.System, resolve);
}
