using System.Globalization;

namespace Listening.Web.Streaming;

/// <summary>A period as of an instant.</summary>
/// <param name="From">Start of the period, inclusive.</param>
/// <param name="To">End of the period, exclusive.</param>
/// <param name="AsOf">Until when what happened counts.</param>
public sealed record TileSpan(DateTimeOffset From, DateTimeOffset To, DateTimeOffset AsOf)
{
    /// <summary>Each as a tile's question writes it: in UTC, round trip.</summary>
    public (string From, string To, string AsOf) Canonical() => (Written(From), Written(To), Written(AsOf));

    /// <summary>An instant as a question writes it.</summary>
    public static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
