using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Listening.Tests.Proxying;

/// <summary>A real nginx on a free port of loopback, with one server block; ended by its process id.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private readonly Process process;
    private readonly string directory;

    private Nginx(Process process, string directory, Uri address)
    {
        (this.process, this.directory) = (process, directory);
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The program; null where the machine has none.</summary>
    public static string? Program() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/usr/local/sbin"])
        .Select(folder => Path.Combine(folder, "nginx")).FirstOrDefault(File.Exists);

    /// <summary>Starts it with these locations and waits until it listens.</summary>
    public static async Task<Nginx> StartAsync(string program, string locations, CancellationToken cancellationToken)
    {
        var directory = Directory.CreateTempSubdirectory("listening-nginx-").FullName;
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(directory, "nginx.conf"), $$"""
            daemon off; master_process off; pid {{directory}}/nginx.pid; error_log stderr;
            events {}
            http {
              access_log off;
              client_body_temp_path {{directory}}/body; proxy_temp_path {{directory}}/proxy; fastcgi_temp_path {{directory}}/f; uwsgi_temp_path {{directory}}/u; scgi_temp_path {{directory}}/s;
              server { listen 127.0.0.1:{{port}}; proxy_http_version 1.1; {{locations}} }
            }
            """, cancellationToken);
        var process = Process.Start(new ProcessStartInfo(program, ["-p", directory, "-c", Path.Combine(directory, "nginx.conf")]) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEndAsync(cancellationToken);
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"nginx ended: {await said}");
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return new(process, directory, new Uri($"http://127.0.0.1:{port}"));
            }
            catch (SocketException)
            {
                await Task.Delay(20, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using (var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await terminate.WaitForExitAsync();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
