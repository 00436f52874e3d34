using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Listening.Tests.Program;

/// <summary>`listening serve` as a process of its own on a free port; ended by its process id.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private RunningServer(Process process, Uri address, string data, X509Certificate2? certificate)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
        Data = data;
        Client = new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = certificate is null,
            // This one certificate and no other.
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown is not null && certificate is not null && shown.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span),
        }) { BaseAddress = address };
    }

    public string Data { get; }

    /// <summary>Without a key.</summary>
    public HttpClient Client { get; }

    /// <summary>Everything it wrote to standard output and standard error; complete when it has ended.</summary>
    public async Task<(string Output, string Error)> WrittenAsync() => (await output, await error);

    public int Id => process.Id;

    /// <summary>The most memory it ever had resident, in bytes.</summary>
    public long MostMemory => long.Parse(File.ReadAllLines($"/proc/{Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

    /// <summary>Starts it and waits until it is ready, or where it is not to be <paramref name="serving"/> until it answers.</summary>
    public static async Task<RunningServer> StartAsync(string data, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken, bool serving = true, X509Certificate2? certificate = null, Uri? address = null)
    {
        var at = address ?? new Uri($"{(certificate is null ? "http" : "https")}://127.0.0.1:{FreePort()}");
        var server = new RunningServer(Commands.Start(["serve", "--data", data, "--urls", at.ToString()], settings), at, data, certificate);
        // A server that never comes up is a failure that says so, not a run without end.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (true)
        {
            if (server.process.HasExited)
            {
                var said = await server.SaidAsync();
                // A port that was free may be another program's by now.
                if (address is not null || !said.Contains("address already in use", StringComparison.Ordinal)) throw new InvalidOperationException($"The server ended: {said}");
                await server.DisposeAsync();
                return await StartAsync(data, settings, cancellationToken, serving, certificate);
            }

            try
            {
                using var ready = await server.Client.GetAsync(new Uri("/readyz", UriKind.Relative), patience.Token);
                if (ready.IsSuccessStatusCode || !serving) return server;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                await server.KillAsync();
                throw new InvalidOperationException($"The server did not get ready: {await server.SaidAsync()}");
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>A client with a new key of these scopes.</summary>
    public async Task<HttpClient> WithKeyAsync(string scopes)
    {
        var added = await Commands.RunAsync(["key", "add", Guid.NewGuid().ToString("n"), "--scope", scopes, "--data", Data]);
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", added.Output.Trim());
        return client;
    }

    /// <summary>All it printed, once it has ended.</summary>
    public async Task<string> SaidAsync() => await output + await error;

    /// <summary>Kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end; gives its exit code, or null when it has not ended after ten seconds.</summary>
    public async Task<int?> StopAsync()
    {
        if (process.HasExited) return process.ExitCode;
        using (var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await terminate.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
        Client.Dispose();
    }

    /// <summary>Where a server may listen, for who must know it before.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort()}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
