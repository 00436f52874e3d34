using System.Collections;

namespace Listening.Store;

/// <summary>One value of every row, worked out each time it is asked for.</summary>
internal sealed class RowColumn<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value) : IReadOnlyList<T>
{
    public int Count => rows.Count;

    public T this[int index] => value(rows[index]);

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < rows.Count; i++) yield return value(rows[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
