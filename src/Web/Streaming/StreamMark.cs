using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Listening.Web.Streaming;

/// <summary>How far somebody has followed a stream of tiles and of cases: <c>7</c> for one of them, <c>7.3</c> for both.</summary>
/// <param name="Tiles">The last event of tiles; null for none.</param>
/// <param name="Cases">The last revision of cases; null for none.</param>
public sealed record StreamMark(long? Tiles, long? Cases)
{
    /// <summary>Reads <c>Last-Event-ID</c>; what is none of ours reads as none.</summary>
    public static StreamMark Read(string? text, bool tiles, bool cases)
    {
        var parts = (text ?? "").Split('.');
        return tiles && cases ? parts.Length == 2 ? new(Number(parts[0]), Number(parts[1])) : new(null, null)
            : parts.Length != 1 ? new(null, null) : tiles ? new(Number(parts[0]), null) : new(null, Number(parts[0]));
    }

    /// <summary>Both streams as one, each event with a mark of both.</summary>
    public async IAsyncEnumerable<SseItem<string>> BothAsync(
        IAsyncEnumerable<SseItem<string>> tiles, IAsyncEnumerable<SseItem<string>> cases, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One at a time: who reads slowly is noticed where the events are kept.
        var both = Channel.CreateBounded<(SseItem<string> Item, bool Case)>(1);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pumps = CompleteAsync(both.Writer, PumpAsync(tiles, false, both.Writer, ended.Token), PumpAsync(cases, true, both.Writer, ended.Token));
        var (tile, revision) = ($"{Tiles}", $"{Cases}");
        try
        {
            await foreach (var (item, ofCase) in both.Reader.ReadAllAsync(cancellationToken))
            {
                if (item.EventId is { } id) (tile, revision) = ofCase ? (tile, id) : (id, revision);
                yield return new(item.Data, item.EventType) { EventId = $"{tile}.{revision}" };
            }
        }
        finally
        {
            await ended.CancelAsync();
            await pumps;
        }
    }

    private static async Task CompleteAsync(ChannelWriter<(SseItem<string>, bool)> writer, params Task[] pumps)
    {
        await Task.WhenAll(pumps);
        writer.TryComplete();
    }

    private static async Task PumpAsync(IAsyncEnumerable<SseItem<string>> from, bool ofCase, ChannelWriter<(SseItem<string>, bool)> to, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in from.WithCancellation(cancellationToken)) await to.WriteAsync((item, ofCase), cancellationToken);
        }
        catch (Exception failure)
        {
            // Whoever reads both gets it.
            to.TryComplete(failure);
        }
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
