using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Web;
using Xunit;
using BrowserCookie = Microsoft.Playwright.Cookie;

namespace Listening.BrowserTests;

/// <summary>The program itself, as a newcomer starts it, on a free port and a directory of its own.</summary>
public abstract partial class ProgramServer : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("listening-").FullName;
    private readonly List<string> printed = [];
    private readonly Lazy<Task<BrowserCookie>> session;
    private Process? server;

    private readonly string[] arguments;

    /// <summary>Not started yet; <paramref name="arguments"/> go to <c>serve</c>.</summary>
    protected ProgramServer(params string[] arguments)
    {
        this.arguments = arguments;
        session = new(SignInAsync);
    }

    /// <summary>Its settings, as environment variables; for <see cref="PrepareAsync"/> to fill.</summary>
    protected Dictionary<string, string> Settings { get; } = [];

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Where a browser reaches it.</summary>
    public virtual Uri Reached => Address;

    /// <summary>The sign-in link it printed the last time: once there is an admin, it prints none.</summary>
    public Uri Link { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it and waits for the link, or the address to sign in at, which it prints when it is ready.</summary>
    public async ValueTask InitializeAsync()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        await PrepareAsync();
        await StartAsync();
    }

    /// <summary>Ends it and starts it again, with the same data and at the same address.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Ends it as the system does, by SIGTERM.</summary>
    public async Task StopAsync()
    {
        if (server is { HasExited: false })
        {
            using (var terminate = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)])) await terminate.WaitForExitAsync();
            await server.WaitForExitAsync();
        }
        server?.Dispose();
        server = null;
    }

    /// <summary>Starts it where it was told to listen.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Program, "serve", .. arguments, "--data", directory, "--urls", Address.ToString()]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        server = Process.Start(start)!;
        var link = new TaskCompletionSource<Uri?>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.OutputDataReceived += (_, line) => Read(line.Data, link);
        server.ErrorDataReceived += (_, line) => Read(line.Data, link);
        server.EnableRaisingEvents = true;
        server.Exited += (_, _) => link.TrySetException(new InvalidOperationException($"The server ended: {string.Join('\n', printed)}"));
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        if (await link.Task.WaitAsync(TimeSpan.FromMinutes(2)) is { } printedLink) Link = printedLink;
    }

    /// <summary>A new link from the running server, as <c>listening link</c> prints it.</summary>
    public async Task<Uri> NewLinkAsync() => new(LinkPattern().Match(await RunAsync("link")).Value);

    /// <summary>Puts a dashboard of one's own into the data directory.</summary>
    public Task WriteDashboardAsync(string name, string content) => File.WriteAllTextAsync(Path.Combine(directory, "dashboards", name), content);

    /// <summary>A new key, as <c>listening key add</c> prints it.</summary>
    public async Task<string> NewKeyAsync(string name, string scope) => (await RunAsync("key", "add", name, "--scope", scope)).Trim();

    /// <summary>Imports lines of NDJSON through the running server.</summary>
    public async Task ImportAsync(IEnumerable<string> lines)
    {
        var file = Path.Combine(directory, "imported.ndjson");
        await File.WriteAllLinesAsync(file, lines);
        await RunAsync("import", file);
    }

    /// <summary>The cookie of a session that is signed in already, for those who test what comes after it.</summary>
    public Task<BrowserCookie> CookieAsync() => session.Value;

    /// <summary>What must be there before it starts; <see cref="Address"/> is known.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<BrowserCookie> SignInAsync()
    {
        var token = HttpUtility.ParseQueryString((await NewLinkAsync()).Query)["token"]!;
        var jar = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        using var form = new FormUrlEncodedContent([new("token", token)]);
        using var answer = await client.PostAsync(new Uri(Address, "/sign-in"), form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var cookie = Assert.Single(jar.GetCookies(Address));
        return new BrowserCookie { Name = cookie.Name, Value = cookie.Value, Url = Address.ToString(), HttpOnly = true, SameSite = Microsoft.Playwright.SameSiteAttribute.Lax };
    }

    /// <summary>What a command prints that runs beside the server.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments, "--data", directory]) { RedirectStandardOutput = true };
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        using var command = Process.Start(start)!;
        var output = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        Assert.Equal(0, command.ExitCode);
        return output;
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Listening.Web.dll");

    private void Read(string? line, TaskCompletionSource<Uri?> link)
    {
        if (line is null) return;
        lock (printed) printed.Add(line);
        if (LinkPattern().Match(line) is { Success: true } found) link.TrySetResult(new Uri(found.Value));
        else if (line.StartsWith("Sign in at ", StringComparison.Ordinal)) link.TrySetResult(null);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://\S+/sign-in\?token=\S+")]
    private static partial Regex LinkPattern();
}
