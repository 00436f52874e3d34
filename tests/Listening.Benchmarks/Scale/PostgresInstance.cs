using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Listening.Benchmarks.Scale;

/// <summary>A PostgreSQL of its own on loopback: made, started, stopped by its process id.</summary>
public sealed class PostgresInstance : IAsyncDisposable
{
    private readonly Process process;
    private readonly string directory;

    private PostgresInstance(Process process, string directory, int port)
    {
        this.process = process;
        this.directory = directory;
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Command Timeout=3600";
    }

    /// <summary>How one gets in.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes a cluster in <paramref name="directory"/> and waits until it answers.</summary>
    public static async Task<PostgresInstance> StartAsync(string directory)
    {
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        Directory.CreateDirectory(directory);
        await RunAsync("chown", "postgres", directory);
        await RunAsync("runuser", "-u", "postgres", "--", Program("initdb"), "-D", directory, "-A", "trust", "--no-locale", "-E", "UTF8");
        var port = FreePort();
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={port}", $"unix_socket_directories={directory}", "shared_buffers=4GB", "work_mem=256MB", "maintenance_work_mem=1GB",
            "max_parallel_workers_per_gather=2", "effective_cache_size=12GB", "random_page_cost=1.1", "jit=off", "max_wal_size=8GB",
        ];
        var start = new ProcessStartInfo("runuser", ["-u", "postgres", "--", Program("postgres"), "-D", directory, .. settings.SelectMany(setting => new[] { "-c", setting })])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var instance = new PostgresInstance(process, directory, port);
        await instance.AnswersAsync();
        return instance;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Not the process that was started: runuser keeps an interrupt to itself.
        await RunAsync("kill", "-INT", (await File.ReadAllLinesAsync(Path.Combine(directory, "postmaster.pid")))[0]);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task AnswersAsync()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(ConnectionString);
        while (!process.HasExited)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return;
            }
            catch (Npgsql.NpgsqlException)
            {
                await Task.Delay(100);
            }
        }
        throw new InvalidOperationException($"PostgreSQL ended with {process.ExitCode}");
    }

    private static string Program(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")) : [])
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? throw new InvalidOperationException($"{name} is not on this machine");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
