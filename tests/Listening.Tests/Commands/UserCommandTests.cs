using System.Net;
using Listening.Tests.Program;
using Xunit;

namespace Listening.Tests.Commands;

public sealed class UserCommandTests
{
    [Fact]
    public async Task A_link_is_printed_without_a_server_and_mistakes_are_said_in_a_sentence()
    {
        using var directory = new TemporaryDirectory();
        var data = directory.File("data");
        var made = await Program.Commands.RunAsync(["user", "add", "Ben", "--role", "agent", "--data", data]);
        var role = await Program.Commands.RunAsync(["user", "add", "Ben", "--role", "boss", "--data", data]);
        var nobody = await Program.Commands.RunAsync(["user", "reset", "Ben", "--data", data]);
        Assert.Matches("^http://127.0.0.1:5210/join\\?token=[A-Za-z0-9_-]{43}\n$", made.Output);
        Assert.Equal((0, 1, 1), (made.Code, role.Code, nobody.Code));
        Assert.Contains("choose among executive, agent, supervisor, admin", role.Error, StringComparison.Ordinal);
        Assert.Contains("There is nobody named 'Ben'.", nobody.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_server_the_link_opens_there_and_the_list_shows_who_joined()
    {
        using var directory = new TemporaryDirectory();
        await using var server = await RunningServer.StartAsync(directory.Path, new Dictionary<string, string>(), TestContext.Current.CancellationToken);
        var made = await Program.Commands.RunAsync(["user", "add", "Ben", "--role", "agent", "--email", "ben@example.com", "--data", directory.Path]);
        Assert.StartsWith($"{server.Client.BaseAddress}join?token=", made.Output, StringComparison.Ordinal);
        using var shown = await server.Client.GetAsync(new Uri(made.Output.Trim()), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("ben@example.com", await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var list = await Program.Commands.RunAsync(["user", "list", "--data", directory.Path]);
        Assert.Equal("name\te-mail\trole\tsecond step\tlast sign-in\tdisabled\n", list.Output);
    }
}
