using System.Globalization;

namespace Listening.Web.Ingesting;

/// <summary>Lines that the sender itself could not read, so that the books of coverage know of them: <c>refused=twitter:3&amp;refused=:2</c>.</summary>
internal static class RefusedLines
{
    private const int MostSources = 100;
    private const long MostLines = 1_000_000;

    /// <summary>Counts by source, <c>""</c> where not even that could be read; null when it is not in this form.</summary>
    public static IReadOnlyList<(string Source, long Count)>? Read(string[]? refused)
    {
        var counts = new List<(string, long)>();
        foreach (var text in refused ?? [])
        {
            var colon = text.LastIndexOf(':');
            if (colon < 0 || counts.Count == MostSources
                || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostLines) return null;
            counts.Add((text[..colon], count));
        }

        return counts;
    }

    /// <summary>The same as it is sent.</summary>
    public static string Write(IEnumerable<(string Source, long Count)> counts) =>
        string.Concat(counts.Take(MostSources).Select(count => string.Create(CultureInfo.InvariantCulture, $"&refused={Uri.EscapeDataString(count.Source)}:{count.Count}")));
}
