using System.IO.Compression;
using Listening.Sources.Files;

namespace Listening.Tests.Fuzzing.Live;

/// <summary>A body for <c>POST /api/v1/posts</c>: posts, spoiled or not, zipped or not, or no posts at all.</summary>
/// <param name="Bytes">As it is sent.</param>
/// <param name="Encoding">The header Content-Encoding; null without one.</param>
/// <param name="Damaged">Whether how much of it can be unzipped depends on the pieces it comes in.</param>
internal sealed record SpoiledBody(byte[] Bytes, string? Encoding, bool Damaged)
{
    private const int Threads = 20_000, Many = 6_000;

    /// <summary>Whether it is a gzip to the server.</summary>
    public bool Zip => string.Equals(Encoding, "gzip", StringComparison.OrdinalIgnoreCase);

    public static SpoiledBody Of(Random chance)
    {
        var bytes = Text(chance);
        if (chance.Next(2) == 0) bytes = Mutation.Of(bytes, chance);
        switch (chance.Next(8))
        {
            case 0 or 1:
                var zipped = Zipped(bytes, chance);
                var damaged = chance.Next(3) == 0;
                if (damaged) zipped = chance.Next(2) == 0 ? Mutation.Of(zipped, chance) : zipped[..chance.Next(zipped.Length)];
                return new(zipped, chance.Next(2) == 0 ? "gzip" : "GZip", damaged);
            case 2 when chance.Next(4) == 0: return new(Zipped(bytes, chance), null, false);
            case 2 when chance.Next(4) == 0: return new(bytes, "gzip", true);
            case 2: return new(bytes, "identity", false);
            default: return new(bytes, null, false);
        }
    }

    /// <summary>What a server must answer, by the reader of the program itself over the first <paramref name="length"/> bytes.</summary>
    public async Task<ExpectedAnswer> ExpectedAsync(int length, CancellationToken cancellationToken)
    {
        if (Damaged || (Zip && length < Bytes.Length)) return new(null);
        Stream sent = new MemoryStream(Bytes, 0, length);
        if (Zip) sent = new GZipStream(sent, CompressionMode.Decompress);
        var (lines, refused) = (0L, 0L);
        await foreach (var line in JsonPostReader.ReadAsync(sent, cancellationToken))
        {
            lines++;
            if (line.Post is null) refused++;
        }

        return new(200, lines, refused);
    }

    private static byte[] Text(Random chance)
    {
        switch (chance.Next(14))
        {
            case 0:
                var noise = new byte[chance.Next(chance.Next(10) == 0 ? 200_000 : 2_000)];
                chance.NextBytes(noise);
                return noise;
            case 1: return System.Text.Encoding.UTF8.GetBytes(new[] { "", "\n", " \r\n\n", "[]", "[ ]\n", "{}", "null", "\uFEFF", "[", "\0" }[chance.Next(10)]);
        }

        // Sometimes more than one commit takes.
        var lines = Enumerable.Range(0, chance.Next(60) == 0 ? chance.Next(Many) : 1 + chance.Next(6)).Select(_ => Line(chance));
        return System.Text.Encoding.UTF8.GetBytes(chance.Next(3) == 0 ? $"[{string.Join(chance.Next(2) == 0 ? "," : " ,\n", lines)}]" : string.Join(chance.Next(4) == 0 ? "\r\n" : "\n", lines));
    }

    /// <summary>One of the real lines, of one of many conversations.</summary>
    private static string Line(Random chance)
    {
        var thread = chance.Next(Threads);
        return SpoiledFile.Line(chance).Replace("\"id\":\"", $"\"id\":\"{thread}-", StringComparison.Ordinal).Replace("\"inReplyTo\":\"", $"\"inReplyTo\":\"{thread}-", StringComparison.Ordinal)
            .Replace("\"conversation\":\"", $"\"conversation\":\"{thread}-", StringComparison.Ordinal);
    }

    private static byte[] Zipped(byte[] bytes, Random chance)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, chance.Next(2) == 0 ? CompressionLevel.Fastest : CompressionLevel.NoCompression, leaveOpen: true)) gzip.Write(bytes);
        return zipped.ToArray();
    }
}
