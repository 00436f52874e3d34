using System.Text;

namespace Listening.Tests.Fuzzing;

/// <summary>Spoils bytes the way programs, networks and strangers do.</summary>
internal static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "\r", "\0", "\uFEFF", "null", "true", "1e999", "-1", "99999999999999999999", "\\u0000", "\\ud800", "\\uDBFF\\uDFFF",
            "\u2028", "\u202e", "🤥", "1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "9999-12-31T23:59:59.999+14:00", "0001-01-01T00:00:00Z", "2024-02-30T00:00:00Z", "\"\"", ";", "\t", "|",
            "NOT ", "AND", "OR", "(", ")", "*", "is:reply", "followers:>", "before:", "{name:String}", "'", "--", "/*", "%", "Europe/Berlin", "NaN", "Infinity", "0x10", "٣", "\"id\":1,",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80], [0x1f, 0x8b],
    ];

    /// <summary>The bytes with one to eight faults.</summary>
    public static byte[] Of(byte[] bytes, Random chance)
    {
        var spoiled = new List<byte>(bytes);
        for (var faults = 1 + chance.Next(8); faults > 0; faults--) Spoil(spoiled, chance);
        return [.. spoiled];
    }

    private static void Spoil(List<byte> bytes, Random chance)
    {
        var at = chance.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 + chance.Next(chance.Next(10) == 0 ? 400 : 8));
        switch (chance.Next(8))
        {
            case 0 or 1 or 2: bytes.InsertRange(at, Tokens[chance.Next(Tokens.Length)]); break;
            case 3: bytes.RemoveRange(at, length); break;
            case 4: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 5 when at < bytes.Count: bytes[at] ^= (byte)(1 << chance.Next(8)); break;
            case 6 when at < bytes.Count: bytes[at] = (byte)chance.Next(256); break;
            case 7 when chance.Next(6) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
            case 7 when chance.Next(12) == 0: bytes.InsertRange(at, Enumerable.Repeat(Tokens[chance.Next(Tokens.Length)], 1 + chance.Next(3000)).SelectMany(token => token)); break;
            default: break;
        }
    }
}
