using System.Globalization;

namespace Listening.Web.Cases;

/// <summary>The last case of a page, as text: the ticks of its rank and its number.</summary>
internal static class CaseCursor
{
    public static string Write(DateTimeOffset rank, long id) => string.Create(CultureInfo.InvariantCulture, $"{rank.UtcTicks}.{id}");

    /// <summary>False when <paramref name="text"/> is none of ours; null reads as the start.</summary>
    public static bool TryRead(string? text, out (DateTimeOffset Rank, long Id)? after)
    {
        after = null;
        if (string.IsNullOrEmpty(text)) return true;
        var parts = text.Split('.');
        if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.Ticks
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;
        after = (new DateTimeOffset(ticks, TimeSpan.Zero), id);
        return true;
    }
}
