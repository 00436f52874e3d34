using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.People;
using Listening.Web.Security;

namespace Listening.Web.Hosting;

/// <summary>What a person at the terminal reads once the server is up: ends with a link to open.</summary>
public static class Welcome
{
    /// <summary>Waits for the demo's history, then prints; only where somebody must come in for the first time does it print a link.</summary>
    public static async Task PrintAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var address = ServerAddress.Of(services);
        var demo = services.GetRequiredService<DemoState>();
        if (demo.Simulated) await SayDemoAsync(services, output, cancellationToken);
        else await output.WriteLineAsync($"Listening on {address}");
        if (!demo.Simulated && await services.GetRequiredService<Staff>().HasAdminAsync(cancellationToken))
        {
            await output.WriteLineAsync($"Sign in at {new Uri(address, "/sign-in")}; who forgot a password gets a link from: listening user reset NAME");
            return;
        }

        var link = await services.GetRequiredService<SignInLinks>().CreateAsync(Actor.Terminal, cancellationToken);
        await output.WriteLineAsync(demo.Simulated ? "Open this link to sign in; it works once, for 15 minutes:" : "Open this link to become the first admin; it works once, for 15 minutes:");
        await output.WriteLineAsync();
        await output.WriteLineAsync($"  {ServerAddress.SignIn(address, link.Token)}");
        await output.WriteLineAsync();
    }

    private static async Task SayDemoAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync("SIMULATED: everything this demo shows is made up, and nothing leaves it.");
        var posts = await services.GetRequiredService<DemoReady>().History.WaitAsync(cancellationToken);
        await output.WriteLineAsync($"Thirteen weeks of posts are there ({posts:N0} came in now); more arrive as people write them, by night fewer than by day.");
    }
}
