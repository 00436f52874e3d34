using System.Net.WebSockets;
using Listening.Collecting.Pulling;

namespace Listening.Sources.Http;

/// <summary>A connection that a source talks through, opened by <see cref="OutgoingHttp.ConnectAsync"/> under the same guard as every request.</summary>
public sealed class OutgoingSocket : IDisposable
{
    private const int MostBytes = 4 * 1024 * 1024;
    private readonly WebSocket socket;
    private readonly string host;
    private readonly byte[] buffer = new byte[64 * 1024];

    internal OutgoingSocket(WebSocket socket, string host) => (this.socket, this.host) = (socket, host);

    /// <summary>The next whole message, or why there is none. Only cancellation is thrown.</summary>
    public async Task<(ReadOnlyMemory<byte>? Message, PageFailure? Failure)> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var message = new MemoryStream();
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (read.MessageType == WebSocketMessageType.Close) return (null, new(FailureKind.Unreachable, $"{host} ended the stream"));
                if (message.Length + read.Count > MostBytes) return (null, new(FailureKind.Unreadable, $"{host} sent a message of more than {MostBytes} bytes"));
                message.Write(buffer, 0, read.Count);
                if (read.EndOfMessage) return (message.ToArray(), null);
            }
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or ObjectDisposedException)
        {
            return (null, new(FailureKind.Unreachable, $"{host} broke the stream off"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();
}
