using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Listening.Conversations;

/// <summary>What a reply says, without whom it says it to: machines repeat the wording and change the name.</summary>
public static partial class Wording
{
    /// <summary>A hash of the text's wording; 0 when nothing is left of it. Stable over processes.</summary>
    public static ulong Fingerprint(string text)
    {
        var words = WithoutNames(text);
        if (words.Length == 0) return 0;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(words));
        return BinaryPrimitives.ReadUInt64BigEndian(hash) | 1;
    }

    /// <summary>
    /// Lower-case words without mentions, addresses, the name after a greeting, the writer's signature (<c>-KC</c>, <c>^AB</c>), digits and punctuation,
    /// separated by single spaces.
    /// </summary>
    public static string WithoutNames(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Signature().Replace(text.Trim(), "");
        plain = Address().Replace(plain, " ");
        plain = Mention().Replace(plain, " ");
        plain = Greeting().Replace(plain.TrimStart(), "$1 ");
        return string.Join(' ', Words().Matches(plain).Select(word => word.Value.ToLowerInvariant()));
    }

    [GeneratedRegex(@"\s[-–—^*/~]{1,2}\s?\p{L}{1,12}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"@[\w.\-]+(@[\w.\-]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex(@"^(hi|hello|hey|dear)\b[ ,]+(?-i:\p{Lu}\p{L}*)(?=[ ,.!:-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
