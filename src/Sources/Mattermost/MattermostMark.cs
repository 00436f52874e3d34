using System.Globalization;

namespace Listening.Sources.Mattermost;

/// <summary>How far a channel is read, in milliseconds since 1970.</summary>
/// <param name="Changed">Every change up to this instant is stored.</param>
/// <param name="Top">Set while it is walked back because too much changed: what comes after the walk is asked for from here on. Zero until its first page.</param>
/// <param name="Before">The post below which the walk goes on; null at its newest page.</param>
internal sealed record MattermostMark(long Changed, long? Top = null, string? Before = null)
{
    public static MattermostMark? Read(string text)
    {
        var parts = text.Split('/');
        if (!Number(parts[0], out var changed)) return null;
        if (parts.Length == 1) return new(changed);
        return parts.Length == 3 && Number(parts[1], out var top) ? new(changed, top, parts[2].Length > 0 ? parts[2] : null) : null;
    }

    public override string ToString() => Top is { } top ? string.Create(CultureInfo.InvariantCulture, $"{Changed}/{top}/{Before}") : Changed.ToString(CultureInfo.InvariantCulture);

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
