using System.Collections.Concurrent;
using System.Diagnostics;

namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>A process of the tests' own, ended by its id.</summary>
internal sealed class OwnProcess : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OwnProcess(ProcessStartInfo start, string sign)
    {
        process = new() { StartInfo = start, EnableRaisingEvents = true };
        void Hear(object _, DataReceivedEventArgs line)
        {
            if (line.Data is null) return;
            said.Enqueue(line.Data);
            if (line.Data.Contains(sign, StringComparison.Ordinal)) ready.TrySetResult();
        }

        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"{start.FileName} ended: {string.Join('\n', said.TakeLast(20))}"));
    }

    /// <summary>Starts it and waits until it says <paramref name="sign"/>.</summary>
    public static async Task<OwnProcess> StartAsync(string sign, string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var own = new OwnProcess(start, sign);
        own.process.Start();
        own.process.BeginOutputReadLine();
        own.process.BeginErrorReadLine();
        await own.ready.Task.WaitAsync(Longest);
        return own;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
