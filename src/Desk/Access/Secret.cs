using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Listening.Desk.Access;

/// <summary>What proves who somebody is: 256 bits from the system's own generator.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>A new one, in base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>
    /// SHA-256 of it. A plain hash is right here, and a slow one (as for passwords) would only slow us: nobody guesses 256 random bits, with or without
    /// the database in hand.
    /// </summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether the hashes are equal; takes the same time wherever they differ.</summary>
    public static bool Matches(byte[] left, byte[] right) => CryptographicOperations.FixedTimeEquals(left, right);
}
