using System.CommandLine;
using Listening.Storing;
using Listening.Web.Hosting;

namespace Listening.Web.Commands;

/// <summary><c>listening optimize</c>: merges the facts that are in pieces, as every night.</summary>
public static class OptimizeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time)
    {
        var data = CommonOptions.Data();
        var command = new Command("optimize", "Merges the facts that are in pieces, as the server does every night.") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var merged = await RunAsync(DataDirectory.Open(parsed.GetValue(data)!), time, parsed.InvocationConfiguration.Error, cancellationToken);
            foreach (var stretch in merged)
                await output.WriteLineAsync($"{stretch.Facts} from {stretch.Start:O}: {stretch.Pieces} pieces, {stretch.Rows:N0} rows, {stretch.Took.TotalSeconds:0.0} s");
            await output.WriteLineAsync(merged.Count == 0 ? "Nothing was in pieces." : "Optimized.");
            return 0;
        });
        return command;
    }

    private static async Task<IReadOnlyList<OptimizedStretch>> RunAsync(DataDirectory data, TimeProvider time, TextWriter error, CancellationToken cancellationToken)
    {
        using var server = await ServerSocket.FindAsync(data, cancellationToken);
        if (server is not null)
        {
            await error.WriteLineAsync("The running server optimizes …");
            using var answer = await server.Client.PostAsync(new Uri("api/v1/admin/optimize", UriKind.Relative), null, cancellationToken);
            return await answer.ReadAsync<List<OptimizedStretch>>(cancellationToken);
        }

        await using var local = await LocalListening.OpenAsync(data, time, cancellationToken);
        return await local.Optimizer.OptimizeAsync(cancellationToken);
    }
}
