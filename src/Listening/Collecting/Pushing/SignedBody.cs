using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Listening.Collecting.Pushing;

/// <summary>
/// Signatures over an instant and a body: <c>VERSION=HEX</c> with the HMAC-SHA256 of <c>VERSION:SECONDS:BODY</c>, as Slack does it
/// (docs.slack.dev/authentication/verifying-requests-from-slack). An instant more than five minutes away is refused, so that nobody sends again what was overheard.
/// </summary>
public static class SignedBody
{
    /// <summary>How far the signed instant may be from now.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Whether the signature is right and of now; compared in constant time.</summary>
    public static bool IsRight(string secret, string version, string? seconds, ReadOnlySpan<byte> body, string? signature, DateTimeOffset now)
    {
        if (signature is null || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return false;
        if (Math.Abs((decimal)now.ToUnixTimeSeconds() - at) > (decimal)Window.TotalSeconds) return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(secret, version, at, body)), Encoding.UTF8.GetBytes(signature.Trim()));
    }

    /// <summary>The signature of a body sent at an instant, in seconds since 1970.</summary>
    public static string Sign(string secret, string version, long seconds, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{version}:{seconds}:")));
        hash.AppendData(body);
        return $"{version}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
