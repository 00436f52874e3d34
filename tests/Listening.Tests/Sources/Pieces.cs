using System.IO.Compression;
using System.Text;
using Listening.Sources.Files;

namespace Listening.Tests.Sources;

/// <summary>A stream that gives its bytes in pieces of a chosen size, as a network does.</summary>
internal sealed class Pieces(byte[] bytes, Func<int, int> sizeAt) : MemoryStream(bytes, writable: false)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, Math.Max(1, sizeAt((int)Position)))], cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}

internal static class Reading
{
    public static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    public static MemoryStream Gzip(string text)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        zipped.Position = 0;
        return zipped;
    }

    public static async Task<List<ReadLine>> AllAsync(IAsyncEnumerable<ReadLine> lines)
    {
        var all = new List<ReadLine>();
        await foreach (var line in lines) all.Add(line);
        return all;
    }

    /// <summary>Each line as <c>number id</c> or <c>number !reason</c>.</summary>
    public static string Shown(IEnumerable<ReadLine> lines) => string.Join('\n', lines.Select(line => $"{line.Line} {line.Post?.Identity.Id ?? "!" + line.Reason}"));
}
