using System.IO.Compression;

namespace Listening.Sources.Files;

/// <summary>Reads a file of posts, gzipped or not.</summary>
public static class PostFile
{
    /// <summary>The format that a file's name tells; null when it tells none. <c>.gz</c> at the end is no part of it.</summary>
    public static PostFileFormat? FormatOf(string name)
    {
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".ndjson" or ".jsonl" or ".json" => PostFileFormat.Ndjson,
            ".csv" or ".tsv" => Path.GetFileName(name).StartsWith("twcs", StringComparison.OrdinalIgnoreCase) ? PostFileFormat.Twcs : PostFileFormat.Csv,
            _ => null,
        };
    }

    /// <summary>
    /// Streams the posts and rejections of <paramref name="input"/>, which may be gzipped: its first bytes tell. Throws what the format's reader throws,
    /// and <see cref="InvalidDataException"/> for broken gzip.
    /// </summary>
    public static IAsyncEnumerable<ReadLine> ReadAsync(Stream input, PostFileFormat format, CsvPostOptions options, CancellationToken cancellationToken)
    {
        var text = IsGzip(input) ? new GZipStream(input, CompressionMode.Decompress, leaveOpen: true) : input;
        return format switch
        {
            PostFileFormat.Ndjson => JsonPostReader.ReadAsync(text, cancellationToken),
            PostFileFormat.Csv => CsvPostReader.ReadAsync(text, options, cancellationToken),
            PostFileFormat.Twcs => TwcsReader.ReadAsync(text, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    private static bool IsGzip(Stream input)
    {
        Span<byte> start = stackalloc byte[2];
        var length = input.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        input.Position = 0;
        return length == 2 && start[0] == 0x1f && start[1] == 0x8b;
    }
}
