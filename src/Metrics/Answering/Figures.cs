using Listening.Storing;

namespace Listening.Metrics.Answering;

/// <summary>Reads what the shapes' files say beside their value.</summary>
internal static class Figures
{
    /// <summary>A column that is a number or nothing; of one that has a number for each of several metrics, the one at <paramref name="place"/>.</summary>
    public static double? Number(FactRow row, string column, int place = 0) => (row[column] is object?[] each ? each[place] : row[column]) switch
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
        return Ordered(row.Get<object?[]>("left_out").Select((reason, i) => KeyValuePair.Create((string)reason!, Convert.ToInt64(counts[i], System.Globalization.CultureInfo.InvariantCulture))));
    }

    /// <summary>What two rows of one cohort left out.</summary>
    public static IReadOnlyDictionary<string, long> Together(IReadOnlyDictionary<string, long> one, IReadOnlyDictionary<string, long> other) =>
        one.Count == 0 ? other : Ordered(one.Concat(other).GroupBy(each => each.Key).Select(each => KeyValuePair.Create(each.Key, each.Sum(part => part.Value))));

    private static Dictionary<string, long> Ordered(IEnumerable<KeyValuePair<string, long>> counts) =>
        counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Value);
}
