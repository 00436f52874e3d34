using System.Globalization;

namespace Listening.Collecting.Pulling;

/// <summary>Writes places in a listing so that they compare ordinally.</summary>
public static class Positions
{
    /// <summary>A number that is not negative.</summary>
    public static string Of(ulong number) => number.ToString("D20", CultureInfo.InvariantCulture);

    /// <summary>An instant, to a ten-millionth of a second.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>An id of growing length in a growing order, such as a snowflake; at most 99 characters.</summary>
    public static string OfId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return string.Create(CultureInfo.InvariantCulture, $"{id.Length:D2}{id}");
    }
}
