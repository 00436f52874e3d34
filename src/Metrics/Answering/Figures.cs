using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>Reads what the shapes' files say beside their value.</summary>
internal static class Figures
{
    /// <summary>A column that is a number or nothing.</summary>
    public static double? Number(FactRow row, string column) => row[column] switch
    {
        null => null,
        double value => value,
        long value => value,
        ulong value => value,
        var other => throw new InvalidOperationException($"The column '{column}' is a {other.GetType().Name}, not a number."),
    };

    /// <summary>A column that counts.</summary>
    public static long Whole(FactRow row, string column) => Convert.ToInt64(row[column], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How many were left out, by reason.</summary>
    public static IReadOnlyDictionary<string, long> LeftOut(FactRow row)
    {
        var counts = row.Get<object?[]>("left_out_counts");
        return row.Get<object?[]>("left_out").Select((reason, i) => (Reason: (string)reason!, Count: Convert.ToInt64(counts[i], System.Globalization.CultureInfo.InvariantCulture)))
            .OrderByDescending(one => one.Count).ThenBy(one => one.Reason, StringComparer.Ordinal)
            .ToDictionary(one => one.Reason, one => one.Count);
    }
}
