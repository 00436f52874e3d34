using System.CommandLine;

namespace Listening.Web.Commands;

/// <summary><c>listening rebuild</c>: derives everything again from the stored post versions and labels.</summary>
public static class RebuildCommand
{
    /// <summary>The command; <paramref name="openLocal"/> opens the store where no server runs on the data directory.</summary>
    public static Command Create(Func<DataDirectory, CancellationToken, Task<LocalListening>> openLocal)
    {
        var data = CommonOptions.Data();
        var command = new Command("rebuild", "Derives everything again from the stored post versions and labels.") { data };
        command.SetAction((parsed, cancellationToken) => RunAsync(DataDirectory.Open(parsed.GetValue(data)!), openLocal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        DataDirectory data, Func<DataDirectory, CancellationToken, Task<LocalListening>> openLocal, CancellationToken cancellationToken)
    {
        using var server = await ServerSocket.FindAsync(data, cancellationToken);
        if (server is not null)
        {
            using var answer = await server.Client.PostAsync(new Uri("api/v1/admin/rebuild", UriKind.Relative), null, cancellationToken);
            await answer.EnsureGrantedAsync(cancellationToken);
        }
        else
        {
            await using var local = await openLocal(data, cancellationToken);
            await local.Projector.RebuildAsync(new Progress<long>(posts => Console.Error.WriteLine($"{posts:N0} posts")), cancellationToken);
        }
        Console.WriteLine("Rebuilt.");
        return 0;
    }
}
