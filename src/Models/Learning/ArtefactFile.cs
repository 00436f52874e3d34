using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Listening.Models.Learning;

/// <summary>
/// The form of an artefact: eight letters that say what it is, the length of its head, the head as JSON, a body packed with Brotli, and SHA-256 over all before.
/// </summary>
public static class ArtefactFile
{
    private const int KindLength = 8;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The bytes of an artefact.</summary>
    public static byte[] Write<THead>(string kind, THead head, ReadOnlySpan<byte> body)
    {
        using var stream = new MemoryStream();
        stream.Write(System.Text.Encoding.ASCII.GetBytes(kind.PadRight(KindLength)));
        var json = JsonSerializer.SerializeToUtf8Bytes(head, Json);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, json.Length);
        stream.Write(length);
        stream.Write(json);
        using (var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true)) packed.Write(body);
        stream.Write(SHA256.HashData(stream.ToArray()));
        return stream.ToArray();
    }

    /// <summary>The head and the body of an artefact; throws <see cref="ArtefactException"/> when it is of another kind, cut off or changed.</summary>
    public static (THead Head, byte[] Body) Read<THead>(string kind, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < KindLength + 4 + SHA256.HashSizeInBytes) throw new ArtefactException("The file is too short for a model.");
        if (!bytes[..KindLength].SequenceEqual(System.Text.Encoding.ASCII.GetBytes(kind.PadRight(KindLength)))) throw new ArtefactException($"The file does not begin with '{kind}'.");
        var content = bytes[..^SHA256.HashSizeInBytes];
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..])) throw new ArtefactException("The file was cut off or changed: its checksum is another.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(content[KindLength..]);
        var head = JsonSerializer.Deserialize<THead>(content.Slice(KindLength + 4, length), Json) ?? throw new ArtefactException("The file has no head.");
        using var packed = new BrotliStream(new MemoryStream(content[(KindLength + 4 + length)..].ToArray()), CompressionMode.Decompress);
        using var body = new MemoryStream();
        packed.CopyTo(body);
        return (head, body.ToArray());
    }

    /// <summary>What tells one artefact from another: the first twelve digits of its checksum.</summary>
    public static string VersionOf(ReadOnlySpan<byte> artefact) => Convert.ToHexStringLower(artefact[^SHA256.HashSizeInBytes..])[..12];
}
