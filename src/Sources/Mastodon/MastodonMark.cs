using System.Globalization;

namespace Listening.Sources.Mastodon;

/// <summary>How far a listing is read: on from an id, or walking down from one id to another because reading on gave nothing although there is more.</summary>
/// <param name="Id">Reading on from it; walking, the id below which the next page lies.</param>
/// <param name="Floor">Walking: down to here everything is stored.</param>
/// <param name="Top">Walking: from here reading goes on afterwards.</param>
internal sealed record MastodonMark(string Id, string? Floor = null, string? Top = null)
{
    private const int Shift = 16;

    public static MastodonMark Read(string text) => text.Split(' ') is [var id, var floor, var top] ? new(id, floor, top) : new(text);

    /// <summary>Mastodon's own ids say when the post was made: the id before all that were made since then. Null for ids of another kind.</summary>
    public static string? Before(DateTimeOffset since, string id, DateTimeOffset? made) =>
        made is { } at && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Math.Abs((long)(number >> Shift) - at.ToUnixTimeMilliseconds()) < TimeSpan.FromDays(1).TotalMilliseconds
            ? ((ulong)since.ToUnixTimeMilliseconds() << Shift).ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether an id lies above another: numbers of growing length, and the ordered ids of other servers, which have one length.</summary>
    public static bool IsAbove(string id, string other) => id.Length != other.Length ? id.Length > other.Length : string.CompareOrdinal(id, other) > 0;

    public override string ToString() => Floor is null ? Id : $"{Id} {Floor} {Top}";
}
