using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Listening.Tests.Program;

/// <summary>A mail server on loopback (RFC 5321) that keeps what it gets; the first <c>silences</c> messages it takes and never says so.</summary>
internal sealed class SmtpStub : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly List<string> mails = [];
    private readonly Task serving;
    private int silences;

    public SmtpStub(int silences = 0)
    {
        this.silences = silences;
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Waits until <paramref name="count"/> mails came.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (mails)
                if (mails.Count >= count)
                    return [.. mails];
            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>A header of a mail, unfolded.</summary>
    public static string Header(string mail, string name)
    {
        var head = mail[..mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        return head.Split("\r\n").Single(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        await serving;
        ended.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ended.Token);
                await ConverseAsync(client);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 stub");
        while (await reader.ReadLineAsync(ended.Token) is { } line)
        {
            if (line == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }

            await writer.WriteLineAsync(line == "DATA" ? "354 go on" : line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-stub\r\n250 SMTPUTF8" : "250 good");
            if (line != "DATA") continue;
            var mail = new StringBuilder();
            while (await reader.ReadLineAsync(ended.Token) is { } text && text != ".") mail.Append(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text).Append("\r\n");
            lock (mails) mails.Add(mail.ToString());
            if (silences-- > 0) return;
            await writer.WriteLineAsync("250 taken");
        }
    }
}
