using System.CommandLine;
using Listening.Web.Hosting;

namespace Listening.Web.Commands;

/// <summary><c>listening rebuild</c>: derives everything again from the stored post versions and labels.</summary>
public static class RebuildCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var command = new Command("rebuild", "Derives all facts again from the stored post versions and labels.") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await RunAsync(DataDirectory.Open(parsed.GetValue(data)!), time, parsed.InvocationConfiguration.Error, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync("Rebuilt.");
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(DataDirectory data, TimeProvider time, TextWriter error, CancellationToken cancellationToken)
    {
        using var server = await ServerSocket.FindAsync(data, cancellationToken);
        if (server is not null)
        {
            await error.WriteLineAsync("The running server rebuilds …");
            using var answer = await server.Client.PostAsync(new Uri("api/v1/admin/rebuild", UriKind.Relative), null, cancellationToken);
            await answer.EnsureGrantedAsync(cancellationToken);
            return;
        }

        await using var local = await LocalListening.OpenAsync(data, time, cancellationToken);
        await local.Projector.RebuildAsync(new Progress<long>(posts => error.WriteLine($"{posts:N0} post versions")), cancellationToken);
    }
}
