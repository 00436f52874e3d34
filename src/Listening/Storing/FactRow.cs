namespace Listening.Storing;

/// <summary>
/// One row of an answer. Values come as string, bool, long (every signed integer and UInt8 to UInt32), ulong (UInt64), UInt128, double, DateTimeOffset, Guid,
/// object?[] (Array), or null.
/// </summary>
/// <param name="Columns">Column names, shared by all rows of an answer.</param>
/// <param name="Values">Values in the order of the columns.</param>
public sealed record FactRow(IReadOnlyList<string> Columns, object?[] Values)
{
    /// <summary>The value of a column. Throws <see cref="KeyNotFoundException"/> when the answer has no such column.</summary>
    public object? this[string column]
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
                if (Columns[i] == column)
                    return Values[i];
            throw new KeyNotFoundException($"The answer has no column '{column}'; it has {string.Join(", ", Columns)}.");
        }
    }

    /// <summary>The value of a column as <typeparamref name="T"/>; throws <see cref="InvalidCastException"/> when it is another type.</summary>
    public T Get<T>(string column) => (T)this[column]!;
}
