using System.Diagnostics;
using System.Globalization;
using MimeKit;
using Xunit;

namespace Listening.Tests.Web.Mailing;

/// <summary>The npm package smtp-server as a process of its own on loopback. What it does with the next mails is told by <see cref="WillAsync"/>.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryDirectory directory;
    private readonly Process process;

    private MailServer(Process process, TemporaryDirectory directory, int port) => (this.process, this.directory, Port) = (process, directory, port);

    public int Port { get; }

    public static async Task<MailServer> StartAsync(CancellationToken cancellationToken)
    {
        var directory = new TemporaryDirectory();
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "MailServer", "server.mjs"), directory.Path])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
        var ready = await process.StandardOutput.ReadLineAsync(cancellationToken);
        Assert.True(ready?.StartsWith("ready ", StringComparison.Ordinal), ready is null ? await complaints : ready);
        _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
        return new(process, directory, int.Parse(ready!["ready ".Length..], CultureInfo.InvariantCulture));
    }

    /// <summary>What becomes of the next mails, in their order: before, cut, after, hold-within, hold-after, refuse; those after them are taken.</summary>
    public Task WillAsync(params string[] fates) => File.WriteAllLinesAsync(directory.File("next"), fates);

    /// <summary>Waits until <paramref name="count"/> mails came whole, and gives all that came.</summary>
    public async Task<IReadOnlyList<MimeMessage>> MailsAsync(int count, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        while (true)
        {
            var files = Directory.GetFiles(directory.Path, "*.eml").OrderBy(file => int.Parse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture)).ToList();
            if (files.Count >= count) return [.. await Task.WhenAll(files.Select(file => MimeMessage.LoadAsync(file, cancellationToken)))];
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>Waits until a mail is held within its lines.</summary>
    public async Task HeldAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        while (!File.Exists(directory.File("held"))) await Task.Delay(50, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        directory.Dispose();
    }
}
