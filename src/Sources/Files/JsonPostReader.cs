using System.Buffers;
using System.Runtime.CompilerServices;

namespace Listening.Sources.Files;

/// <summary>
/// Reads posts in their wire form, one a line (NDJSON) or as the elements of one JSON array; the first byte that is no space tells which.
/// Memory stays bounded: a line over <see cref="ReadLine.LongestLine"/> is skipped to its end and rejected with its number.
/// </summary>
public static class JsonPostReader
{
    private const int PieceLength = 64 * 1024;

    /// <summary>Streams the lines in their order; what the stream throws comes out after the lines before it.</summary>
    public static async IAsyncEnumerable<ReadLine> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            var ready = new List<ReadLine>();
            var length = await ReadStartAsync(input, piece, cancellationToken);
            var splitter = SplitterFor(piece.AsSpan(0, length));
            for (; length > 0; length = await input.ReadAsync(piece, cancellationToken))
            {
                splitter.Take(piece.AsSpan(0, length), ready);
                foreach (var line in ready) yield return line;
                ready.Clear();
            }

            splitter.End(ready);
            foreach (var line in ready) yield return line;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>Reads until it can be told what it is, or the piece is full, or nothing more comes.</summary>
    private static async Task<int> ReadStartAsync(Stream input, byte[] piece, CancellationToken cancellationToken)
    {
        var length = 0;
        while (length < piece.Length && Start(piece.AsSpan(0, length)).IsEmpty && await input.ReadAsync(piece.AsMemory(length), cancellationToken) is var read and > 0)
            length += read;
        return length;
    }

    private static ILineSplitter SplitterFor(ReadOnlySpan<byte> start) => Start(start).StartsWith("["u8) ? new JsonArraySplitter() : new NdjsonSplitter();

    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes) => bytes.TrimStart("\uFEFF \t\r\n"u8);
}
