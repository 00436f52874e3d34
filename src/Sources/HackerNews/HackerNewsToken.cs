using System.Globalization;

namespace Listening.Sources.HackerNews;

/// <summary>
/// Which page of a search: hits between two instants, both included, by seconds since 1970. The search shows a thousand hits of a question at most, so the upper bound moves
/// down with the pages; <paramref name="Page"/> counts only where more hits than a page holds are of one second.
/// </summary>
internal sealed record HackerNewsToken(long From, long To, int Page)
{
    public static HackerNewsToken? Read(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var to) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? new(from, to, page)
            : null;
    }

    /// <summary>The page behind one whose oldest hit is of this second.</summary>
    public HackerNewsToken Behind(long oldest) => oldest < To ? new(From, oldest, 0) : this with { Page = Page + 1 };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}-{To}-{Page}");
}
