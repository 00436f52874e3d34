namespace Listening.Store;

/// <summary>From rows to columns.</summary>
internal static class RowColumns
{
    /// <summary>One value of every row.</summary>
    public static T[] Column<TRow, T>(this IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
        return values;
    }
}
