namespace Listening.Store.Engine;

/// <summary>Names and readers of an answer's columns: the start of RowBinaryWithNamesAndTypes.</summary>
internal sealed class RowBinaryHeader
{
    private readonly byte[] bytes;
    private readonly ReadValue[] readers;

    private RowBinaryHeader(string[] columns, ReadValue[] readers, byte[] bytes)
    {
        Columns = columns;
        this.readers = readers;
        this.bytes = bytes;
    }

    internal IReadOnlyList<string> Columns { get; }

    /// <summary>The header of these bytes, the one before where nothing changed, and where the rows begin.</summary>
    internal static RowBinaryHeader Read(ReadOnlySpan<byte> answer, RowBinaryHeader? before, out int position)
    {
        if (before is not null && answer.StartsWith(before.bytes))
        {
            position = before.bytes.Length;
            return before;
        }
        var cursor = new RowBinaryCursor(answer, 0);
        var columns = new string[cursor.Count()];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = cursor.Text();
        var readers = new ReadValue[columns.Length];
        for (var i = 0; i < readers.Length; i++)
            readers[i] = ColumnType.Reader(cursor.Text());
        position = cursor.Position;
        return new RowBinaryHeader(columns, readers, answer[..position].ToArray());
    }

    /// <summary>The values of the row at <paramref name="position"/>, which moves behind it.</summary>
    internal object?[] ReadRow(ReadOnlySpan<byte> answer, ref int position)
    {
        var cursor = new RowBinaryCursor(answer, position);
        var values = new object?[readers.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = readers[i](ref cursor);
        position = cursor.Position;
        return values;
    }
}
