using System.Text;
using System.Text.RegularExpressions;

namespace Listening.Web.Secrets;

/// <summary>What a secret may be called and how long it may be.</summary>
internal static partial class SecretRules
{
    /// <summary>Longest secret, in bytes of UTF-8: a private key with its certificates fits.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>What is wrong with it, in a sentence that never says the value; null when nothing is.</summary>
    public static string? Fault(string? name, string? value)
    {
        if (name is null || !Name().IsMatch(name)) return "A secret's name is 1 to 64 small letters, digits, dots, dashes and underscores, and begins with a letter or digit.";
        if (string.IsNullOrEmpty(value)) return "The secret is empty.";
        if (value.Contains('\0', StringComparison.Ordinal)) return "The secret has a zero character in it: it is no text.";
        return Encoding.UTF8.GetByteCount(value) > Longest ? $"The secret is longer than {Longest} bytes." : null;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
