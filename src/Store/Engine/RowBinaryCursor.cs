using System.Buffers.Binary;
using System.Text;

namespace Listening.Store.Engine;

/// <summary>A place in bytes of ClickHouse's RowBinary format; little-endian throughout.</summary>
internal ref struct RowBinaryCursor(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    internal int Position { get; private set; } = position;

    internal readonly bool AtEnd => Position >= bytes.Length;

    /// <summary>The next byte; like everything here throws <see cref="EndOfStreamException"/> where the bytes end.</summary>
    internal byte Byte() => Position < bytes.Length ? bytes[Position++] : throw new EndOfStreamException("The answer ends inside a row.");

    internal ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - Position)
            throw new EndOfStreamException("The answer ends inside a row.");
        var taken = bytes.Slice(Position, count);
        Position += count;
        return taken;
    }

    internal ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    internal uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    internal ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    internal UInt128 UInt128() => BinaryPrimitives.ReadUInt128LittleEndian(Take(16));

    /// <summary>A length or count: seven bits a byte, the low ones first.</summary>
    internal int Count()
    {
        ulong count = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            count |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return checked((int)count);
        }
        throw new InvalidDataException("A length in the answer does not end.");
    }

    internal string Text() => Encoding.UTF8.GetString(Take(Count()));
}
