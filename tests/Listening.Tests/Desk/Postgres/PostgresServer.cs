using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Listening.Desk;
using Npgsql;

namespace Listening.Tests.Desk.Postgres;

/// <summary>A PostgreSQL of the tests' own: on loopback, on a free port, in a temporary directory, ended by its process id.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>A word that no log and no answer may have in it.</summary>
    public const string Password = "pa55-Zwiebelkuchen";

    private readonly PostgresBinaries binaries;
    private readonly TemporaryDirectory directory = new();
    private Process? process;

    private PostgresServer(PostgresBinaries binaries) => this.binaries = binaries;

    public int Port { get; } = FreePort();

    /// <summary>How many may be connected.</summary>
    public int Connections { get; private init; } = 60;

    public static async Task<PostgresServer> StartAsync(PostgresBinaries binaries, int connections = 60)
    {
        var server = new PostgresServer(binaries) { Connections = connections };
        await File.WriteAllTextAsync(server.directory.File("password"), Password);
        if (binaries.User is not null) await RunAsync(["chown", "-R", binaries.User, server.directory.Path]);
        await RunAsync([.. binaries.Words("initdb"), "-D", server.directory.File("data"), "-U", "listening", "--auth=scram-sha-256",
            $"--pwfile={server.directory.File("password")}", "--encoding=UTF8", "--no-sync"]);
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it again after <see cref="StopAsync"/>, on the same port; gives back when it lets people in.</summary>
    public async Task StartAsync()
    {
        // What is written need not survive the machine here.
        process = Start([.. binaries.Words("postgres"), "-D", directory.File("data"), "-p", Port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", $"max_connections={Connections}"]);
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException("PostgreSQL ended at its start.");
            try
            {
                await using var connection = new NpgsqlConnection(Address("postgres").ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Ends it as its service would (PostgreSQL's "fast": whoever is connected is cut off), or at once by kill -9.</summary>
    public async Task StopAsync(string signal = "INT")
    {
        if (process is null or { HasExited: true }) return;
        await RunAsync(["kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Lets it be there and say nothing (STOP, to itself and to whoever serves a connection), or go on (CONT).</summary>
    public async Task SignalAllAsync(string signal)
    {
        var own = process!.Id.ToString(CultureInfo.InvariantCulture);
        var all = Directory.GetDirectories("/proc").Select(path => Path.GetFileName(path)!).Where(name => name == own || (name.All(char.IsAsciiDigit) && Parent(name) == own));
        await RunAsync(["kill", $"-{signal}", .. all]);
    }

    // The fourth field, behind the name in brackets; a process that has ended meanwhile has none.
    private static string? Parent(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[1];
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>A new, empty database.</summary>
    public async Task<PostgresAddress> FreshDatabaseAsync()
    {
        var name = "test_" + Guid.NewGuid().ToString("N")[..16];
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}");
        return Address(name);
    }

    public async Task ExecuteAsync(string database, string statement)
    {
        await using var connection = new NpgsqlConnection(Address(database).ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    public string Text(string database, string user = "listening", string password = Password) =>
        $"Host=127.0.0.1;Port={Port};Database={database};Username={user};Password={password}";

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        directory.Dispose();
    }

    private PostgresAddress Address(string database) => PostgresAddress.Read(Text(database));

    private static Process Start(IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }

    private static async Task RunAsync(IReadOnlyList<string> words)
    {
        using var run = Start(words);
        var (output, error) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        if (run.ExitCode != 0) throw new InvalidOperationException($"{words[0]} ended with {run.ExitCode}: {await output}{await error}");
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
