using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Listening.Measuring;

namespace Listening.Metrics.Answering;

/// <summary>The last row of a page, so that the next page starts after it whatever came in meanwhile.</summary>
internal readonly record struct RowCursor(DateTimeOffset At, UInt128 Post, string Brand)
{
    /// <summary>Before the newest row there can be.</summary>
    public static readonly RowCursor Start = new(new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero), UInt128.MaxValue, "");

    /// <summary>Reads what <see cref="ToString"/> wrote. Throws <see cref="MetricQuestionException"/> for anything else.</summary>
    public static RowCursor Of(string? cursor)
    {
        if (cursor is null) return Start;
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ', 3);
            if (parts.Length == 3 && long.TryParse(parts[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var at) && at is >= 0 and <= 7_258_118_400_000
                && UInt128.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var post))
                return new(DateTimeOffset.FromUnixTimeMilliseconds(at), post, parts[2]);
        }
        catch (FormatException)
        {
            // The one sentence below is for every broken cursor.
        }
        throw new MetricQuestionException("cursor", "The cursor is not one that a page gave; ask without it for the first page.");
    }

    /// <summary>Opaque to others.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds()} {Post} {Brand}")));
}
