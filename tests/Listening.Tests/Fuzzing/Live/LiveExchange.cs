using System.Net;
using System.Net.Sockets;

namespace Listening.Tests.Fuzzing.Live;

/// <summary>Sends one exchange over a connection of its own and reads what comes back.</summary>
internal static class LiveExchange
{
    // A server that neither answers nor closes; this is patience on a busy machine, not a measurement.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Throws <see cref="FuzzFailure"/> where the server does not keep its word, and <see cref="SocketException"/> where there is none.</summary>
    public static async Task<LiveCount> RunAsync(SpoiledExchange exchange, EndPoint server, Random chance, bool again, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, patience.Token);
        try
        {
            await using var connection = new NetworkStream(socket);
            var sending = SendAsync(connection, exchange, chance, patience.Token);
            var count = new LiveCount(1, 0, 0, 0, 0, 0, 0);
            if (exchange.End == ExchangeEnd.Cut)
            {
                await sending;
                socket.LingerState = new(true, 0);
                return count + new LiveCount(0, 0, 0, 1, 0, 0, 0);
            }

            var answers = new AnswerReader(connection);
            foreach (var expected in exchange.Answers)
                count += AnswerCheck.Of(await answers.NextAsync(patience.Token) ?? throw new FuzzFailure("closed instead of an answer"), expected, again);
            await sending;
            return exchange.End == ExchangeEnd.Answered ? count : count + await RestAsync(socket, answers, exchange.End, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FuzzFailure("neither an answer nor an end");
        }
    }

    /// <summary>In pieces as a network makes them. What the server no longer wants to hear is no fault: its answers tell.</summary>
    private static async Task SendAsync(NetworkStream connection, SpoiledExchange exchange, Random chance, CancellationToken cancellationToken)
    {
        try
        {
            var whole = chance.Next(3) > 0;
            for (int at = 0, size; at < exchange.Bytes.Length; at += size)
            {
                size = Math.Min(exchange.Bytes.Length - at, whole ? exchange.Bytes.Length : 1 + chance.Next(exchange.Bytes.Length > 10_000 ? 16_000 : 400));
                await connection.WriteAsync(exchange.Bytes.AsMemory(at, size), cancellationToken);
                if (chance.Next(8) == 0) await Task.Yield();
            }
        }
        catch (IOException)
        {
            // It closed.
        }
    }

    /// <summary>What it says to what was no whole request, until it closes.</summary>
    private static async Task<LiveCount> RestAsync(Socket socket, AnswerReader answers, ExchangeEnd end, CancellationToken cancellationToken)
    {
        var count = default(LiveCount);
        try
        {
            if (end == ExchangeEnd.HalfClosed) socket.Shutdown(SocketShutdown.Send);
            while (await answers.NextAsync(cancellationToken) is { } answer) count += AnswerCheck.Of(answer, new(null), again: false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // A reset is an end as well.
        }
        catch (BrokenOffException) when (end == ExchangeEnd.HalfClosed)
        {
            // Kestrel takes a sender that has ended for one that has gone, and says no more: also in the midst of an answer.
        }

        return count == default ? new(0, 0, 0, 1, 0, 0, 0) : count;
    }
}
