using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Listening.Store.Engine.Server;

namespace Listening.Tests.Store.Engine.Server;

/// <summary>Answers each connection's one request with the bytes that a script says, and closes. An answer of null says nothing and waits.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<int, byte[]?> script;
    private readonly Task listening;
    private int asked;

    /// <param name="script">By the number of the request, from 0; requests to stop a statement are answered by themselves.</param>
    public ScriptedServer(Func<int, byte[]?> script)
    {
        this.script = script;
        listener.Start();
        listening = ListenAsync();
    }

    /// <summary>The target lines and the bodies (as Latin-1) of all requests, those that stop a statement too.</summary>
    public ConcurrentQueue<(string Target, string Body)> Requests { get; } = new();

    public ServerOptions Options => new()
    {
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"),
        User = "ana", Password = "secret", RetryDelay = TimeSpan.FromMilliseconds(1), Grace = TimeSpan.FromSeconds(20), Compress = false,
    };

    public static byte[] Answer(int status, string headers, params byte[][] parts) =>
        [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\n{headers}\r\n"), .. parts.SelectMany(part => part)];

    /// <summary>A success as ClickHouse begins it, its body in chunks, with the end of chunks.</summary>
    public static byte[] Success(string headers, params byte[][] parts) =>
        Answer(200, "X-ClickHouse-Query-Id: q\r\nTransfer-Encoding: chunked\r\n" + headers, [.. parts.Select(Chunk), "0\r\n\r\n"u8.ToArray()]);

    public static byte[] Chunk(byte[] bytes) =>
        [.. Encoding.Latin1.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. bytes, .. "\r\n"u8];

    public static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest)) gzip.Write(bytes);
        return target.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await listening;
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception exception) when (stop.IsCancellationRequested && exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // It was stopped while it waited, or before it did again.
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var (head, body) = await RequestAsync(stream);
                Requests.Enqueue((head[..head.IndexOf('\r', StringComparison.Ordinal)], body));
                var answer = body.StartsWith("KILL", StringComparison.Ordinal)
                    ? Answer(200, "X-ClickHouse-Query-Id: q\r\nContent-Length: 0\r\n")
                    : script(Interlocked.Increment(ref asked) - 1);
                if (answer is null) await Task.Delay(Timeout.Infinite, stop.Token);
                else await stream.WriteAsync(answer, stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
                // Until the client has closed too: closing with unread bytes would reset what it has not read yet.
                while (await stream.ReadAsync(new byte[1024], stop.Token) > 0)
                {
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private async Task<(string Head, string Body)> RequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[64 << 10];
        while (true)
        {
            var end = text.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var head = text.ToString()[..end];
                var length = int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0], CultureInfo.InvariantCulture);
                if (text.Length >= end + 4 + length) return (head, text.ToString()[(end + 4)..]);
            }
            var count = await stream.ReadAsync(buffer, stop.Token);
            if (count == 0) throw new IOException("The request ended early.");
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
    }
}
