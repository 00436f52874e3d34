using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Listening.Sources.X;

/// <summary>The keys of an app and of the account it writes for, which do not expire. Signs requests with them (OAuth 1.0a, RFC 5849).</summary>
internal sealed record XKeys(string Consumer, string ConsumerSecret, string Token, string TokenSecret)
{
    /// <summary>
    /// The Authorization header of a request without a form: method, address and its query are signed. No <paramref name="nonce"/> may be used twice at one instant.
    /// </summary>
    [SuppressMessage("Security", "CA5350", Justification = "X knows no other signature than HMAC-SHA1, which SHA-1's collisions do not weaken.")]
    public string Sign(HttpMethod method, Uri address, string nonce, DateTimeOffset at)
    {
        List<(string Name, string Value)> own =
        [
            ("oauth_consumer_key", Consumer), ("oauth_nonce", nonce), ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), ("oauth_token", Token), ("oauth_version", "1.0"),
        ];
        var signed = own.Concat(Query(address)).Select(pair => (Name: Uri.EscapeDataString(pair.Name), Value: Uri.EscapeDataString(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => $"{pair.Name}={pair.Value}");
        var text = $"{method.Method}&{Uri.EscapeDataString(address.GetLeftPart(UriPartial.Path))}&{Uri.EscapeDataString(string.Join('&', signed))}";
        var key = $"{Uri.EscapeDataString(ConsumerSecret)}&{Uri.EscapeDataString(TokenSecret)}";
        own.Add(("oauth_signature", Convert.ToBase64String(HMACSHA1.HashData(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(text)))));
        return $"OAuth {string.Join(", ", own.Select(pair => $"{pair.Name}=\"{Uri.EscapeDataString(pair.Value)}\""))}";
    }

    /// <inheritdoc/>
    public override string ToString() => "keys of an account";

    private static IEnumerable<(string Name, string Value)> Query(Uri address) => address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2)).Select(part => (Uri.UnescapeDataString(part[0]), part.Length > 1 ? Uri.UnescapeDataString(part[1]) : ""));
}
