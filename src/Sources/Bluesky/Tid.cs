using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Listening.Sources.Bluesky;

/// <summary>
/// Record keys in the form that posts have (atproto.com/specs/tid): 13 characters for 64 bits, of which the first is 0, 53 are microseconds since 1970 and 10 tell writers apart.
/// </summary>
internal static class Tid
{
    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";

    /// <summary>
    /// The key for a GUID, always the same: its instant where it is of version 7, with microseconds and writer from its hash; from its hash alone where it is not.
    /// </summary>
    public static string Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var hash = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(bytes));
        var milliseconds = id.Version == 7 ? BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16 : FirstPosts + (hash >> 24) % Span;
        var microseconds = (milliseconds * 1000) + (hash % 1000);
        return Write((microseconds << 10) | ((hash >> 10) & 1023));
    }

    // 2023 and the two years after it: an instant that is plausible for a post.
    private const ulong FirstPosts = 1_672_531_200_000;
    private const ulong Span = 63_072_000_000;

    private static string Write(ulong number) => string.Create(13, number & (ulong.MaxValue >> 1), static (text, rest) =>
    {
        for (var at = text.Length - 1; at >= 0; at--, rest >>= 5) text[at] = Alphabet[(int)(rest & 31)];
    });
}
