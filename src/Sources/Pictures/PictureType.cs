namespace Listening.Sources.Pictures;

/// <summary>
/// Tells a picture's type by its first bytes (WHATWG MIME Sniffing, 6.1; ISO/IEC 23000-22 for AVIF). Only kinds that are pixels and nothing else: SVG is a document that can carry scripts.
/// </summary>
public static class PictureType
{
    /// <summary>The media type; null for everything else.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Jpeg) ? "image/jpeg"
        : bytes.StartsWith(Png) ? "image/png"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.Length >= 14 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBPVP"u8) ? "image/webp"
        : bytes.Length >= 12 && bytes[4..].StartsWith("ftypavif"u8) ? "image/avif"
        : null;

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];
}
