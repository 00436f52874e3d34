using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Listening.Web;
using Listening.Web.Commands;
using Listening.Web.Security;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Listening.Tests.Security;

public sealed class LocalSocketTests(SecuredServer server) : IClassFixture<SecuredServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_can_open_the_socket_is_admin()
    {
        using var socket = await ServerSocket.RequireAsync(server.Data, Cancelled);
        using var answer = await socket.Client.PostAsync("api/probe/admin", null, Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_sent_through_the_socket_is_taken_at_its_word()
    {
        using var socket = await ServerSocket.RequireAsync(server.Data, Cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/probe/admin");
        request.Headers.Authorization = new("Bearer", (await server.KeyAsync("read")).Secret);
        using var answer = await socket.Client.SendAsync(request, Cancelled);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Local", "true")]
    public async Task Loopback_proves_nothing(string header, string value)
    {
        using var client = server.Client();
        client.DefaultRequestHeaders.Add(header, value);
        using var answer = await client.GetAsync("/api/probe/admin", Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    [SupportedOSPlatform("macos")]
    public void The_directories_are_closed_to_others()
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal((ownerOnly, ownerOnly), (File.GetUnixFileMode(server.Data.Path), File.GetUnixFileMode(server.Data.Run)));
    }

    [Fact]
    public async Task A_second_server_on_the_same_directory_is_refused() =>
        await Assert.ThrowsAsync<IOException>(() => WebApplication.CreateBuilder().ListenAsync("http://127.0.0.1:0", server.Data, Cancelled));

    [Fact]
    public async Task No_server_means_no_socket_even_when_a_killed_one_left_its_file()
    {
        using var directory = new TemporaryDirectory();
        var data = DataDirectory.Open(directory.File("data"));
        Assert.Null(await ServerSocket.FindAsync(data, Cancelled));
        using (var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            killed.Bind(new UnixDomainSocketEndPoint(data.Socket));
            Assert.True(File.Exists(data.Socket));
            Assert.Null(await ServerSocket.FindAsync(data, Cancelled));
        }

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerSocket.RequireAsync(data, Cancelled));
        Assert.Contains("listening serve --data", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_what_the_server_said()
    {
        using var socket = await ServerSocket.RequireAsync(server.Data, Cancelled);
        using var answer = await socket.Client.PostAsJsonAsync("api/v1/admin/keys", new KeyRequest("till", ["fly"]), Cancelled);
        var error = await Assert.ThrowsAsync<ServerAnswerException>(() => answer.EnsureGrantedAsync(Cancelled));
        Assert.Equal(HttpStatusCode.BadRequest, error.Status);
        Assert.Contains("There is no scope 'fly'", error.Message, StringComparison.Ordinal);
    }
}
