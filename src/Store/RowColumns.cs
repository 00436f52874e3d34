namespace Listening.Store;

/// <summary>From rows to columns.</summary>
internal static class RowColumns
{
    /// <summary>One value of every row, worked out when it is asked for: a column of a large block is never in memory beside the block.</summary>
    public static RowColumn<TRow, T> Column<TRow, T>(this IReadOnlyList<TRow> rows, Func<TRow, T> value) => new(rows, value);
}
