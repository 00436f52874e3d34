using System.Diagnostics;
using System.Globalization;

namespace Listening.Benchmarks;

/// <summary>The program itself, as it is installed: measured from outside, by the operating system's own accounts.</summary>
public sealed class ListeningProgram(string data, IReadOnlyDictionary<string, string>? settings = null) : IAsyncDisposable
{
    private Process? server;

    /// <summary>The brands that <see cref="SyntheticYear"/> speaks of.</summary>
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["LISTENING__Brands__0__Name"] = "Aurora",
        ["LISTENING__Brands__0__Kind"] = "own",
        ["LISTENING__Brands__0__Handles__0"] = "*:aurora",
        ["LISTENING__Brands__1__Name"] = "Borealis",
        ["LISTENING__Brands__1__Kind"] = "competitor",
        ["LISTENING__Brands__1__Handles__0"] = "*:borealis",
        ["LISTENING__Brands__2__Name"] = "Cygnus",
        ["LISTENING__Brands__2__Kind"] = "competitor",
        ["LISTENING__Brands__2__Handles__0"] = "*:cygnus",
    };

    /// <summary>Runs one command to its end; gives what it printed, how long it took and its peak memory in bytes.</summary>
    public async Task<(string Output, TimeSpan Took, long PeakBytes)> RunAsync(params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start([.. arguments, "--data", data]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(200))
        {
            peak = Math.Max(peak, Memory(process.Id, "VmHWM"));
            Processor = ProcessorOf(process.Id) ?? Processor;
        }

        var took = Stopwatch.GetElapsedTime(started);
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output, took, peak)
            : throw new InvalidOperationException($"listening {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output}{await errors}");
    }

    /// <summary>Processor time of the last command, on all cores together, until at most 200 ms before its end.</summary>
    public TimeSpan Processor { get; private set; }

    /// <summary>Starts the server and waits until it is ready; gives how long that took.</summary>
    public async Task<TimeSpan> ServeAsync(Uri address)
    {
        var started = Stopwatch.GetTimestamp();
        server = Start(["serve", "--urls", address.ToString(), "--data", data]);
        _ = server.StandardOutput.ReadToEndAsync();
        _ = server.StandardError.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            if (server.HasExited) throw new InvalidOperationException($"The server ended with {server.ExitCode}");
            try
            {
                using var ready = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
                if (ready.IsSuccessStatusCode) return Stopwatch.GetElapsedTime(started);
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }
            await Task.Delay(20);
        }
    }

    /// <summary>The server's resident memory in bytes.</summary>
    public long ServerMemory => Memory(server!.Id, "VmRSS");

    /// <summary>The most that the server had in memory, in bytes.</summary>
    public long ServerPeakMemory => Memory(server!.Id, "VmHWM");

    /// <summary>The processor time that the server took until now: what it costs, whoever else uses the machine.</summary>
    public TimeSpan ServerProcessorTime
    {
        get
        {
            server!.Refresh();
            return server.TotalProcessorTime;
        }
    }

    /// <summary>Everything in the data directory, in bytes.</summary>
    public long DiskBytes => new DirectoryInfo(data).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>Stops the server, where one runs.</summary>
    public async Task StopAsync()
    {
        if (server is null) return;
        using (var terminate = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)])) await terminate.WaitForExitAsync();
        await server.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Listening.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Settings.Concat(settings ?? new Dictionary<string, string>())) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    // User and kernel time in hundredths of a second are the 14th and 15th field; the second is the name, in brackets.
    private static TimeSpan? ProcessorOf(int process)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
            return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            return null; // ended
        }
    }

    private static long Memory(int process, string field)
    {
        var status = $"/proc/{process}/status";
        if (!File.Exists(status)) return 0;
        try
        {
            var line = File.ReadLines(status).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0; // ended between the two lines above
        }
    }
}
