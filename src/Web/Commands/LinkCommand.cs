using System.CommandLine;

namespace Listening.Web.Commands;

/// <summary><c>listening link</c>.</summary>
public static class LinkCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var command = new Command("link", "Prints a one-time sign-in link; it is good for 15 minutes.") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var door = await Door.OpenAsync(DataDirectory.Open(parsed.GetValue(data)!), time, cancellationToken);
            var link = await door.LinkAsync(cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(link.Url.AbsoluteUri);
            return 0;
        });
        return command;
    }
}
