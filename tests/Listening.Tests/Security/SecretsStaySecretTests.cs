using System.Net;
using System.Net.Http.Json;
using System.Text;
using Listening.Web.Commands;
using Listening.Web.Security;
using Xunit;

namespace Listening.Tests.Security;

public sealed class SecretsStaySecretTests(SecuredServer server) : IClassFixture<SecuredServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_secret_is_in_the_log_at_any_level_nor_in_the_database_nor_in_a_second_answer()
    {
        using var socket = await ServerSocket.RequireAsync(server.Data, Cancelled);
        using var created = await socket.Client.PostAsJsonAsync("api/v1/admin/keys", new KeyRequest("till", ["read", "ingest:shop"]), Cancelled);
        var key = await created.ReadAsync<KeyAnswer>(Cancelled);
        using var linked = await socket.Client.PostAsync("api/v1/admin/links", null, Cancelled);
        var link = await linked.ReadAsync<LinkAnswer>(Cancelled);
        Assert.StartsWith($"{server.Address}sign-in?token=", link.Url.ToString(), StringComparison.Ordinal);
        var token = link.Url.Query["?token=".Length..];

        using var client = server.Client(key.Secret);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/page", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(link.Url, Cancelled)).StatusCode);
        using var anonymous = server.Client();
        using var signedIn = await SecuredServer.PostSignInAsync(anonymous, token);
        var session = signedIn.Headers.GetValues("Set-Cookie").Single().Split('=', ';')[1];
        using var repeated = await SecuredServer.PostSignInAsync(anonymous, token);
        using var altered = server.Client(key.Secret[..^1] + (key.Secret[^1] == 'A' ? 'B' : 'A'));
        Assert.Equal(HttpStatusCode.Unauthorized, (await altered.GetAsync("/page", Cancelled)).StatusCode);

        var list = await socket.Client.GetStringAsync("api/v1/admin/keys", Cancelled);
        Assert.Contains(key.Id, list, StringComparison.Ordinal);
        var files = new StringBuilder();
        foreach (var file in Directory.GetFiles(server.Data.Path)) files.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancelled)));
        Assert.Contains(key.Id, files.ToString(), StringComparison.Ordinal);
        Assert.Contains("DfaMatcher", server.Log.Text, StringComparison.Ordinal);

        foreach (var secret in (string[])[key.Secret[12..^1], token, session])
        {
            Assert.Equal(43, secret.Length + (secret == key.Secret[12..^1] ? 1 : 0));
            Assert.DoesNotContain(secret, server.Log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, files.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_taken_name_is_a_conflict_and_an_unknown_key_is_not_found()
    {
        using var socket = await ServerSocket.RequireAsync(server.Data, Cancelled);
        using var first = await socket.Client.PostAsJsonAsync("api/v1/admin/keys", new KeyRequest("twice", ["read"]), Cancelled);
        using var second = await socket.Client.PostAsJsonAsync("api/v1/admin/keys", new KeyRequest("twice", ["read"]), Cancelled);
        using var unknown = await socket.Client.DeleteAsync("api/v1/admin/keys/nobody", Cancelled);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.NotFound), (first.StatusCode, second.StatusCode, unknown.StatusCode));
    }
}
