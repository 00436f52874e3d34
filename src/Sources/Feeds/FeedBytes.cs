using System.Text;
using System.Text.RegularExpressions;

namespace Listening.Sources.Feeds;

/// <summary>
/// Decides which characters a feed's bytes are: a byte order mark wins, then the zero bytes of UTF-16 and UTF-32, then the charset of the HTTP header (RFC 7303, 3), then the
/// XML declaration, then UTF-8; and windows-1252 where that cannot be.
/// </summary>
internal static partial class FeedBytes
{
    private const int DeclarationBytes = 256;
    private static readonly Encoding Utf8 = new UTF8Encoding(false, true);

    public static string Decode(ReadOnlySpan<byte> bytes, string? type)
    {
        if (Marked(bytes) is { } marked) return marked.GetString(bytes).TrimStart('\uFEFF');
        var declared = Named(Charset().Match(type ?? "")) ?? Named(Declaration().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)])));
        return Try(declared ?? Utf8, bytes) ?? Try(Utf8, bytes) ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x00, 0x00, 0xFE, 0xFF, ..] or [0x00, 0x00, 0x00, 0x3C, ..] => new UTF32Encoding(true, true),
        [0xFF, 0xFE, 0x00, 0x00, ..] or [0x3C, 0x00, 0x00, 0x00, ..] => new UTF32Encoding(false, true),
        [0xFE, 0xFF, ..] or [0x00, 0x3C, ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] or [0x3C, 0x00, ..] => Encoding.Unicode,
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        _ => null,
    };

    private static Encoding? Named(Match match)
    {
        if (!match.Success) return null;
        var name = match.Groups[1].Value;
        // Both name themselves in bytes of one byte a character, so neither can be true.
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase)) return null;
        // As every browser does (encoding.spec.whatwg.org): who says Latin 1 or ASCII means Windows' code page.
        if (name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii") name = "windows-1252";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9._-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declaration();
}
