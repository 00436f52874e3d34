using System.Globalization;
using System.Text;

namespace Listening.Collecting;

/// <summary>
/// An instant on the wire: RFC 3339, <c>2026-01-05T09:12:44.120Z</c>, with <c>Z</c> or an offset. A time without either is no instant and is
/// refused. Fractions past the millisecond are cut off.
/// </summary>
public static class WireInstant
{
    /// <summary>How an instant is written: UTC with milliseconds.</summary>
    public const string Format = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>Length of what <see cref="Write"/> writes.</summary>
    public const int Length = 24;

    private const int LongestRead = 40;

    /// <summary>Reads an instant from UTF-8; false when it is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out DateTimeOffset instant)
    {
        instant = default;
        if (utf8.Length is < 20 or > LongestRead || utf8[4] != '-' || utf8[7] != '-' || (utf8[10] | 0x20) is not ('t' or ' ')
            || utf8[13] != ':' || utf8[16] != ':') return false;
        if (!Digits(utf8[..4], out var year) || !Digits(utf8.Slice(5, 2), out var month) || !Digits(utf8.Slice(8, 2), out var day)
            || !Digits(utf8.Slice(11, 2), out var hour) || !Digits(utf8.Slice(14, 2), out var minute) || !Digits(utf8.Slice(17, 2), out var second)) return false;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return false;
        if (!Fraction(utf8[19..], out var milliseconds, out var rest) || !Offset(rest, out var offset)) return false;
        var ticks = new DateTime(year, month, day, hour, minute, second, milliseconds, DateTimeKind.Utc).Ticks - offset.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>Reads an instant from text; false when it is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        Span<byte> utf8 = stackalloc byte[LongestRead];
        instant = default;
        return Encoding.UTF8.TryGetBytes(text, utf8, out var length) && TryRead(utf8[..length], out instant);
    }

    /// <summary>Writes <see cref="Length"/> bytes of UTF-8.</summary>
    public static void Write(DateTimeOffset instant, Span<byte> utf8)
    {
        if (!instant.UtcDateTime.TryFormat(utf8, out _, Format, CultureInfo.InvariantCulture)) throw new ArgumentException("Too short", nameof(utf8));
    }

    private static bool Fraction(ReadOnlySpan<byte> text, out int milliseconds, out ReadOnlySpan<byte> rest)
    {
        milliseconds = 0;
        rest = text;
        if (text.IsEmpty || text[0] != '.') return true;
        var length = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (length <= 0) return false;
        for (var place = 0; place < 3; place++) milliseconds = milliseconds * 10 + (place < length ? text[1 + place] - '0' : 0);
        rest = text[(1 + length)..];
        return true;
    }

    private static bool Offset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.Length == 1) return (text[0] | 0x20) == 'z';
        if (text.Length is not (5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || (text.Length == 6 && text[3] != ':')) return false;
        if (!Digits(text.Slice(1, 2), out var hours) || !Digits(text[^2..], out var minutes) || hours > 23 || minutes > 59) return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            value = value * 10 + (digit - '0');
        }

        return true;
    }
}
