using System.CommandLine;
using System.Net;
using Listening.Tests.Security;
using Listening.Web.Commands;
using Xunit;

namespace Listening.Tests.Commands;

public sealed class KeyCommandTests(SecuredServer server) : IClassFixture<SecuredServer>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_is_added_listed_and_revoked_with_and_without_a_server(bool running)
    {
        using var directory = new TemporaryDirectory();
        var data = running ? server.Data.Path : directory.File("data");

        var added = await RunAsync("key", "add", "till", "--scope", "read,ingest:shop", "--data", data);
        Assert.Matches("^lk_[a-z2-9]{8}_[A-Za-z0-9_-]{43}\n$", added.Output);
        Assert.DoesNotContain(added.Output.Trim()[12..], added.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("key", "add", "till", "--scope", "read", "--data", data)).Code);

        var listed = (await RunAsync("key", "list", "--data", data)).Output;
        Assert.Contains($"{added.Output[3..11]}\ttill\tread,ingest:shop\t2026-03-02T09:00:00Z\t-\t-\n", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(added.Output.Trim()[12..], listed, StringComparison.Ordinal);

        var revoked = await RunAsync("key", "revoke", "till", "--data", data);
        Assert.Equal((0, "Revoked till.\n"), (revoked.Code, revoked.Output));
        Assert.Equal(1, (await RunAsync("key", "revoke", "till", "--data", data)).Code);
    }

    [Theory]
    [InlineData("till", "fly")]
    [InlineData("till", "ingest:")]
    [InlineData("till", ",")]
    [InlineData("", "read")]
    [InlineData("../x", "read")]
    public async Task A_key_that_cannot_be_is_refused_before_anything_is_made(string name, string scope)
    {
        using var directory = new TemporaryDirectory();
        var refused = await RunAsync("key", "add", name, "--scope", scope, "--data", directory.File("data"));
        Assert.Equal((1, ""), (refused.Code, refused.Output));
        Assert.NotEmpty(refused.Error);
        Assert.False(Directory.Exists(directory.File("data")));
    }

    [Fact]
    public async Task A_key_made_and_revoked_by_command_opens_and_closes_the_running_server()
    {
        var key = (await RunAsync("key", "add", "monitor", "--scope", "read", "--data", server.Data.Path)).Output.Trim();
        using var client = server.Client(key);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/page", Cancelled)).StatusCode);
        await RunAsync("key", "revoke", "monitor", "--data", server.Data.Path);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/page", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_link_of_a_running_server_opens_it()
    {
        var link = new Uri((await RunAsync("link", "--data", server.Data.Path)).Output.Trim());
        Assert.Equal(server.Address.Port, link.Port);
        using var client = server.Client();
        using var answer = await SecuredServer.PostSignInAsync(client, link.Query["?token=".Length..]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_without_a_server_is_for_the_address_it_will_have()
    {
        using var directory = new TemporaryDirectory();
        var link = (await RunAsync("link", "--data", directory.File("data"))).Output;
        Assert.Matches("^http://127.0.0.1:5210/sign-in\\?token=[A-Za-z0-9_-]{43}\n$", link);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var root = new RootCommand { KeyCommand.Create(server.Time), LinkCommand.Create(server.Time) };
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, Cancelled);
        return (code, output.ToString(), error.ToString());
    }
}
