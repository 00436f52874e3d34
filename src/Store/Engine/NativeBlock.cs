using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Listening.Store.Engine;

/// <summary>
/// Columns of one length in ClickHouse's Native format, encoded as they are added. The engine casts to the table's types: send String for LowCardinality
/// and for Enum (its name; or its number as sbyte), UInt8 values as byte. Columns left out get their defaults; an unknown one is refused at the insert.
/// Can be inserted again (a retry) until it is disposed.
/// Source: ClickHouse documentation, "Formats, Native"; blocks of revision 0.
/// </summary>
public sealed class NativeBlock : IDisposable
{
    // Two counts of at most ten bytes each stand before the columns and are known last.
    private const int Reserved = 20;
    private byte[] buffer;
    private int length = Reserved;
    private int columns;

    /// <summary>An empty block whose columns will have <paramref name="rows"/> values each.</summary>
    public NativeBlock(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Rows = rows;
        buffer = ArrayPool<byte>.Shared.Rent(4096);
    }

    /// <summary>How many rows every column has.</summary>
    public int Rows { get; }

    /// <summary>The block as the engine reads it; valid until the next column or <see cref="Dispose"/>.</summary>
    internal ReadOnlyMemory<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(buffer.Length == 0, this);
            Span<byte> counts = stackalloc byte[Reserved];
            var size = Count(counts, (uint)columns);
            size += Count(counts[size..], (uint)Rows);
            counts[..size].CopyTo(buffer.AsSpan(Reserved - size));
            return buffer.AsMemory(Reserved - size, length - Reserved + size);
        }
    }

    /// <summary>Adds a String column; also for LowCardinality(String) and Enum.</summary>
    public NativeBlock Add(string column, IReadOnlyList<string> values)
    {
        Begin(column, "String", values);
        Texts(values);
        return this;
    }

    /// <summary>Adds a UInt128 column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<UInt128> values) => Fixed(column, "UInt128", values);

    /// <summary>Adds a Nullable(UInt128) column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<UInt128?> values) => Nullable(column, "UInt128", values);

    /// <summary>Adds a UInt64 column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<ulong> values) => Fixed(column, "UInt64", values);

    /// <summary>Adds a UInt32 column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<uint> values) => Fixed(column, "UInt32", values);

    /// <summary>Adds a UInt8 column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<byte> values) => Fixed(column, "UInt8", values);

    /// <summary>Adds an Int8 column; also for Enum8 by number.</summary>
    public NativeBlock Add(string column, IReadOnlyList<sbyte> values) => Fixed(column, "Int8", values);

    /// <summary>Adds an Int32 column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<int> values) => Fixed(column, "Int32", values);

    /// <summary>Adds an Int64 column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<long> values) => Fixed(column, "Int64", values);

    /// <summary>Adds a Nullable(Int64) column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<long?> values) => Nullable(column, "Int64", values);

    /// <summary>Adds a Float32 column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<float> values) => Fixed(column, "Float32", values);

    /// <summary>Adds a Float64 column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<double> values) => Fixed(column, "Float64", values);

    /// <summary>Adds a Bool column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<bool> values) => Fixed(column, "Bool", values);

    /// <summary>Adds a Nullable(Bool) column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<bool?> values) => Nullable(column, "Bool", values);

    /// <summary>Adds a UUID column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<Guid> values)
    {
        Begin(column, "UUID", values);
        foreach (var value in values)
        {
            var place = Take(16);
            value.TryWriteBytes(place, bigEndian: true, out _);
            place[..8].Reverse();
            place[8..].Reverse();
        }
        return this;
    }

    /// <summary>Adds a DateTime64(3, 'UTC') column; parts of a millisecond are cut off.</summary>
    public NativeBlock Add(string column, IReadOnlyList<DateTimeOffset> values)
    {
        Begin(column, "DateTime64(3, 'UTC')", values);
        Instants(values);
        return this;
    }

    /// <summary>Adds a Nullable(DateTime64(3, 'UTC')) column; parts of a millisecond are cut off.</summary>
    public NativeBlock Add(string column, IReadOnlyList<DateTimeOffset?> values)
    {
        Begin(column, "Nullable(DateTime64(3, 'UTC'))", values);
        Absent(values);
        for (var i = 0; i < values.Count; i++)
            Put(values[i]?.ToUnixTimeMilliseconds() ?? 0);
        return this;
    }

    /// <summary>Adds an Array(String) column; also for Array(LowCardinality(String)).</summary>
    public NativeBlock Add(string column, IReadOnlyList<IReadOnlyList<string>> values)
    {
        Begin(column, "Array(String)", values);
        foreach (var value in Ended(values))
            Texts(value);
        return this;
    }

    /// <summary>Adds an Array(UInt128) column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<IReadOnlyList<UInt128>> values)
    {
        Begin(column, "Array(UInt128)", values);
        foreach (var value in Ended(values))
            Numbers(value);
        return this;
    }

    /// <summary>Adds an Array(Float32) column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<IReadOnlyList<float>> values)
    {
        Begin(column, "Array(Float32)", values);
        foreach (var value in Ended(values))
            Numbers(value);
        return this;
    }

    /// <summary>Adds an Array(UInt32) column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<IReadOnlyList<uint>> values)
    {
        Begin(column, "Array(UInt32)", values);
        foreach (var value in Ended(values))
            Numbers(value);
        return this;
    }

    /// <summary>Adds an Array(DateTime64(3, 'UTC')) column.</summary>
    public NativeBlock Add(string column, IReadOnlyList<IReadOnlyList<DateTimeOffset>> values)
    {
        Begin(column, "Array(DateTime64(3, 'UTC'))", values);
        foreach (var value in Ended(values))
            Instants(value);
        return this;
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (buffer.Length == 0)
            return;
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private static int Count(Span<byte> place, uint count)
    {
        var size = 0;
        for (; count >= 0x80; count >>= 7)
            place[size++] = (byte)(count | 0x80);
        place[size++] = (byte)count;
        return size;
    }

    private NativeBlock Fixed<T>(string column, string type, IReadOnlyList<T> values)
        where T : unmanaged
    {
        Begin(column, type, values);
        Numbers(values);
        return this;
    }

    private NativeBlock Nullable<T>(string column, string type, IReadOnlyList<T?> values)
        where T : unmanaged
    {
        Begin(column, $"Nullable({type})", values);
        Absent(values);
        for (var i = 0; i < values.Count; i++)
            Put(values[i].GetValueOrDefault());
        return this;
    }

    private void Begin<T>(string column, string type, IReadOnlyList<T> values)
    {
        ObjectDisposedException.ThrowIf(buffer.Length == 0, this);
        if (values.Count != Rows)
            throw new ArgumentException($"Column '{column}' has {values.Count} values; the block has {Rows} rows.", nameof(values));
        Text(column);
        Text(type);
        columns++;
    }

    private void Numbers<T>(IReadOnlyList<T> values)
        where T : unmanaged
    {
        if (values is T[] array)
        {
            var bytes = MemoryMarshal.AsBytes<T>(array);
            bytes.CopyTo(Take(bytes.Length));
        }
        else if (values is List<T> list)
        {
            var bytes = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(list));
            bytes.CopyTo(Take(bytes.Length));
        }
        else
        {
            for (var i = 0; i < values.Count; i++)
                Put(values[i]);
        }
    }

    private void Instants(IReadOnlyList<DateTimeOffset> values)
    {
        for (var i = 0; i < values.Count; i++)
            Put(values[i].ToUnixTimeMilliseconds());
    }

    private void Absent<T>(IReadOnlyList<T?> values)
        where T : struct
    {
        var place = Take(values.Count);
        for (var i = 0; i < place.Length; i++)
            place[i] = values[i].HasValue ? (byte)0 : (byte)1;
    }

    // Ends come before values; each array is asked for once.
    private IReadOnlyList<T>[] Ended<T>(IReadOnlyList<IReadOnlyList<T>> values)
    {
        IReadOnlyList<T>[] arrays = [.. values];
        ulong end = 0;
        foreach (var array in arrays)
            Put(end += (ulong)array.Count);
        return arrays;
    }

    private void Texts(IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
            Text(values[i]);
    }

    private void Text(string text)
    {
        // One pass where the length's own size is known before the text is encoded.
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most < 0x80)
        {
            Room(most + 1);
            buffer[length] = (byte)Encoding.UTF8.GetBytes(text, buffer.AsSpan(length + 1));
            length += buffer[length] + 1;
            return;
        }
        var size = Encoding.UTF8.GetByteCount(text);
        Room(size + 5);
        length += Count(buffer.AsSpan(length), (uint)size);
        length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
    }

    private void Put<T>(T value)
        where T : unmanaged => MemoryMarshal.Write(Take(System.Runtime.CompilerServices.Unsafe.SizeOf<T>()), value);

    private Span<byte> Take(int count)
    {
        Room(count);
        var place = buffer.AsSpan(length, count);
        length += count;
        return place;
    }

    private void Room(int count)
    {
        if (buffer.Length - length >= count)
            return;
        var grown = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(2L * buffer.Length, (long)length + count)));
        buffer.AsSpan(0, length).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = grown;
    }
}
