using System.CommandLine;
using Listening.Web.Hosting;

namespace Listening.Web.Commands;

/// <summary><c>listening serve</c>: web app, API and jobs in one process.</summary>
public static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time)
    {
        var urls = new Option<string>("--urls") { Description = "Where it listens; loopback unless told otherwise.", HelpName = "URL", DefaultValueFactory = _ => ServeOptions.DefaultUrls };
        var data = new Option<string?>("--data") { Description = "The data directory; 'data', and 'data-demo' for the demo.", HelpName = "DIR" };
        var demo = new Option<bool>("--demo") { Description = "Shows a simulated brand with two competitors." };
        var command = new Command("serve", "Runs the web app, the API and the jobs in one process.") { urls, data, demo };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isDemo = parsed.GetValue(demo);
            var options = new ServeOptions(parsed.GetValue(urls)!, parsed.GetValue(data) ?? (isDemo ? "data-demo" : "data"), isDemo);
            await using var app = await ListeningServer.BuildAsync(options, time, cancellationToken);
            await StartAsync(app, cancellationToken);
            await Welcome.PrintAsync(app.Services, parsed.InvocationConfiguration.Output, cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            // What had begun ends in order: otherwise it finds its store closed under it.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }
}
