using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Listening.Tests.OpenId;

/// <summary>The npm package oidc-provider as a process of its own, and somebody who signs in there with a browser's cookies.</summary>
internal sealed partial class OpenIdProvider : IAsyncDisposable
{
    public const string ClientSecret = "op3n-s3same-of-the-tests";

    private readonly Process process;
    private readonly string accounts;

    private OpenIdProvider(Process process, string accounts, Uri issuer) => (this.process, this.accounts, Issuer) = (process, accounts, issuer);

    public Uri Issuer { get; }

    /// <summary>Starts it; it sends people back to <paramref name="redirect"/> and nowhere else.</summary>
    public static async Task<OpenIdProvider> StartAsync(string directory, Uri redirect, CancellationToken cancellationToken)
    {
        var accounts = Path.Combine(directory, "accounts.json");
        await File.WriteAllTextAsync(accounts, "{}", cancellationToken);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "OpenIdProvider", "provider.mjs"), $"{port}", redirect.ToString(), accounts])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
        var ready = await process.StandardOutput.ReadLineAsync(cancellationToken);
        Assert.True(ready?.StartsWith("ready", StringComparison.Ordinal), ready is null ? await complaints : ready);
        _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
        return new(process, accounts, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Whom it knows from now on, by subject.</summary>
    public Task KnowAsync(object people) => File.WriteAllTextAsync(accounts, JsonSerializer.Serialize(people));

    /// <summary>
    /// Follows <paramref name="challenge"/> as a browser does, signs in as <paramref name="login"/>, agrees, and gives the address that the provider sends back to.
    /// </summary>
    public static async Task<Uri> SignInAsync(Uri challenge, string login, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() });
        var at = challenge;
        var answer = await browser.GetAsync(at, cancellationToken);
        for (var step = 0; step < 12; step++)
        {
            if (answer.Headers.Location is { } location)
            {
                at = new Uri(at, location);
                answer.Dispose();
                if (at.AbsolutePath.EndsWith("/callback", StringComparison.Ordinal)) return at;
                answer = await browser.GetAsync(at, cancellationToken);
                continue;
            }

            var page = await answer.Content.ReadAsStringAsync(cancellationToken);
            answer.Dispose();
            Assert.True(Form().IsMatch(page), page);
            using var form = new FormUrlEncodedContent([new("prompt", Prompt().Match(page).Groups[1].Value), new("login", login), new("password", "any")]);
            answer = await browser.PostAsync(new Uri(Form().Match(page).Groups[1].Value), form, cancellationToken);
        }

        throw new InvalidOperationException($"The provider does not come to an end: {at}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Form();

    [GeneratedRegex("name=\"prompt\" value=\"([^\"]+)\"")]
    private static partial Regex Prompt();
}
