using System.CommandLine;
using Listening.Store;
using Listening.Web.Hosting;

namespace Listening.Web.Commands;

/// <summary><c>listening serve</c>: web app, API and jobs in one process.</summary>
public static class ServeCommand
{
    // After the five seconds that the scheduler gets to end and sign off: together less than the ten that a stop takes at the most.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

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
            var app = await ListeningServer.BuildAsync(options, time, cancellationToken);
            var store = app.Services.GetRequiredService<StoreRoom>();
            try
            {
                await StartAsync(app, cancellationToken);
                await Welcome.PrintAsync(app.Services, parsed.InvocationConfiguration.Output, cancellationToken);
                await app.WaitForShutdownAsync(cancellationToken);
                return 0;
            }
            finally
            {
                await EndAsync(app, store, time);
            }
        });
        return command;
    }

    // What is disposed of before the store may wait for a database that is away (the scheduler does, whatever it is told); the store is closed all the same.
    private static async Task EndAsync(WebApplication app, StoreRoom store, TimeProvider time)
    {
        try
        {
            await app.DisposeAsync().AsTask().WaitAsync(LongestEnd, time);
        }
        catch (TimeoutException)
        {
            await store.DisposeAsync();
        }
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
