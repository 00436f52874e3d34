using System.Net;
using System.Net.Sockets;
using Listening.Tests.Program;
using Listening.Web;
using Listening.Web.Hosting;
using Listening.Web.Proxying;
using Microsoft.Extensions.Configuration;
using Xunit;
using Command = Listening.Tests.Program.Commands;

namespace Listening.Tests.Proxying;

/// <summary>Who is believed, without a proxy of anybody's: the requests say what a proxy would.</summary>
public sealed class ForwardedTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Who_is_not_named_is_not_believed_and_is_told_of()
    {
        await using var server = await RunningServer.StartAsync(directory.File("data"), new Dictionary<string, string> { ["LISTENING__Proxy__Known"] = "10.9.9.9;172.16.0.0/12", ["LISTENING__AllowedHosts"] = "listening.test" }, Cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in")
        {
            Headers = { { "X-Forwarded-For", "10.9.9.9" }, { "X-Forwarded-Host", "listening.test" }, { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Prefix", "/evil" } },
        };
        using var answer = await server.Client.SendAsync(request, Cancelled);
        var page = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("href=\"/sign-in.css\"", page, StringComparison.Ordinal);

        var doctor = await Command.RunAsync(["doctor", "--data", directory.File("data")]);
        Assert.Contains("Requests that say they were passed on come from 127.0.0.1, which Proxy:Known does not name", doctor.Output);
        Assert.Contains("add 127.0.0.1 to Proxy:Known", doctor.Output);
    }

    [Fact]
    public async Task Nobody_is_passed_on_through_the_commands_socket()
    {
        await using var server = await RunningServer.StartAsync(directory.File("data"), new Dictionary<string, string>(), Cancelled);
        var data = DataDirectory.Open(directory.File("data"));
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(data.Socket), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
            UseProxy = false,
        }) { BaseAddress = new Uri("http://localhost") };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/admin/keys", Cancelled)).StatusCode);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/admin/keys", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task The_telemetry_listener_wants_a_key_where_requests_are_forwarded()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var own = $"http://{free.LocalEndpoint}";
        free.Stop();
        await using var server = await RunningServer.StartAsync(directory.File("data"), new Dictionary<string, string> { ["LISTENING__Proxy__Known"] = "10.0.0.0/8", ["LISTENING__Telemetry__Listen"] = own }, Cancelled);
        using var refused = await server.Client.GetAsync(new Uri($"{own}/metrics"), Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var keyed = await server.WithKeyAsync("telemetry");
        using var told = await keyed.GetAsync(new Uri($"{own}/metrics"), Cancelled);
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
    }

    [Theory]
    [InlineData("Known", "proxy.example", "Setting Proxy:Known: 'proxy.example' is neither an address nor a network. Examples: 10.0.0.5 and 172.18.0.0/16.")]
    [InlineData("PathBase", "listening", "Setting Proxy:PathBase: 'listening' is no path. Example: /listening.")]
    [InlineData("PathBase", "//evil.example", "Setting Proxy:PathBase: '//evil.example' is no path. Example: /listening.")]
    [InlineData("PublicAddress", "listening.test", "Setting Proxy:PublicAddress: 'listening.test' is no address. Example: https://listening.example.com.")]
    public void A_setting_that_cannot_be_used_is_named(string setting, string value, string sentence) => Assert.Equal(
        sentence, Assert.Throws<SettingException>(() => ProxySettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new($"Proxy:{setting}", value)]).Build())).Message);

    [Fact]
    public void A_network_knows_its_addresses_in_both_of_their_forms()
    {
        var settings = ProxySettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Proxy:Known:0", "172.18.0.0/16"), new("Proxy:Known:1", "fd00::5")]).Build());
        Assert.Equal([true, true, true, false, false, false],
            new[] { "172.18.3.4", "::ffff:172.18.3.4", "fd00::5", "fd00::6", "172.19.0.1", "127.0.0.1" }.Select(text => settings.Knows(IPAddress.Parse(text))));
    }
}
