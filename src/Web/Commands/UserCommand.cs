using System.CommandLine;
using System.Globalization;
using Listening.Access;
using Listening.Web.Security;

namespace Listening.Web.Commands;

/// <summary><c>listening user add|reset|list</c>.</summary>
public static class UserCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time) => new("user", "People who sign in.") { Add(time), Reset(time), List(time) };

    private static Command Add(TimeProvider time)
    {
        var name = new Argument<string>("NAME") { Description = "The person's name." };
        var role = new Option<string>("--role") { Description = $"What they will be: {Roles.Names}.", HelpName = "ROLE", Required = true };
        var email = new Option<string?>("--email") { Description = "Their e-mail address; they may write another one.", HelpName = "ADDRESS" };
        var data = CommonOptions.Data();
        var command = new Command("add", "Prints a link with which somebody joins; it works once, for 24 hours.") { name, role, email, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Roles.Read(parsed.GetValue(role)) is not { } wanted) return await FailAsync(parsed, $"There is no role '{parsed.GetValue(role)}': choose among {Roles.Names}.");
            return await PrintAsync(parsed, data, time, door => door.Invitations.InviteAsync(parsed.GetValue(name)!, parsed.GetValue(email), wanted, Actor.Terminal, cancellationToken), cancellationToken);
        });
        return command;
    }

    private static Command Reset(TimeProvider time)
    {
        var name = new Argument<string>("NAME") { Description = "The person's name or e-mail address." };
        var data = CommonOptions.Data();
        var command = new Command("reset", "Prints a link with which somebody sets a new password; it works once, for 24 hours.") { name, data };
        command.SetAction((parsed, cancellationToken) =>
            PrintAsync(parsed, data, time, door => door.Invitations.ResetAsync(parsed.GetValue(name)!, Actor.Terminal, cancellationToken), cancellationToken));
        return command;
    }

    private static Command List(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var command = new Command("list", "Lists everybody who signs in.") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var door = await Door.OpenAsync(DataDirectory.Open(parsed.GetValue(data)!), time, cancellationToken);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync("name\te-mail\trole\tsecond step\tlast sign-in\tdisabled");
            foreach (var person in await door.PeopleAsync(cancellationToken))
                await output.WriteLineAsync(string.Join('\t', person.Name, person.Email, Roles.NameOf(person.Role), person.SecondStep ? "yes" : "no", At(person.LastSignIn), At(person.Disabled)));
            return 0;
        });
        return command;
    }

    private static async Task<int> PrintAsync(ParseResult parsed, Option<string> data, TimeProvider time, Func<Door, Task<NewInvitation>> make, CancellationToken cancellationToken)
    {
        await using var door = await Door.OpenAsync(DataDirectory.Open(parsed.GetValue(data)!), time, cancellationToken);
        try
        {
            var made = await make(door);
            await parsed.InvocationConfiguration.Output.WriteLineAsync((await door.JoinAsync(made, cancellationToken)).AbsoluteUri);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Give this link to {made.Invitation.Name}: it works once, until {At(made.Invitation.Expires)}.");
            return 0;
        }
        catch (PersonRefusedException refused)
        {
            return await FailAsync(parsed, refused.Message);
        }
    }

    private static async Task<int> FailAsync(ParseResult parsed, string reason)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(reason);
        return 1;
    }

    private static string At(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "-";
}
