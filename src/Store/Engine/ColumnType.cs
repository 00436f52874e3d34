using Listening.Storing;

namespace Listening.Store.Engine;

/// <summary>Reads one value of a column.</summary>
internal delegate object? ReadValue(ref RowBinaryCursor cursor);

/// <summary>From a ClickHouse type's name to what reads its values, as <see cref="FactRow"/> describes them.</summary>
internal static class ColumnType
{
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Small = [.. Enumerable.Range(0, 1024).Select(number => (object)(long)number)];

    /// <summary>What reads values of <paramref name="type"/>. Throws <see cref="NotSupportedException"/> for a type that an answer may not have.</summary>
    internal static ReadValue Reader(string type)
    {
        var (name, arguments) = Split(type);
        return name switch
        {
            "String" => (ref cursor) => cursor.Text(),
            "LowCardinality" when arguments[0] is "String" => Words(nullable: false),
            "LowCardinality" when arguments[0] is "Nullable(String)" => Words(nullable: true),
            "LowCardinality" => Reader(arguments[0]),
            "SimpleAggregateFunction" => Reader(arguments[1]),
            "Nullable" => Nullable(Reader(arguments[0])),
            "Array" => Array(Reader(arguments[0])),
            "Tuple" => Tuple([.. arguments.Select(Element)]),
            "Bool" => (ref cursor) => cursor.Byte() != 0 ? True : False,
            "UInt8" => (ref cursor) => Long(cursor.Byte()),
            "UInt16" => (ref cursor) => Long(cursor.UInt16()),
            "UInt32" => (ref cursor) => Long(cursor.UInt32()),
            "UInt64" => (ref cursor) => cursor.UInt64(),
            "UInt128" => (ref cursor) => cursor.UInt128(),
            "Int8" => (ref cursor) => Long((sbyte)cursor.Byte()),
            "Int16" => (ref cursor) => Long((short)cursor.UInt16()),
            "Int32" => (ref cursor) => Long((int)cursor.UInt32()),
            "Int64" => (ref cursor) => Long((long)cursor.UInt64()),
            "Float32" => (ref cursor) => (double)BitConverter.UInt32BitsToSingle(cursor.UInt32()),
            "Float64" => (ref cursor) => BitConverter.UInt64BitsToDouble(cursor.UInt64()),
            "Date" => (ref cursor) => DateTimeOffset.UnixEpoch.AddDays(cursor.UInt16()),
            "Date32" => (ref cursor) => DateTimeOffset.UnixEpoch.AddDays((int)cursor.UInt32()),
            "DateTime" => (ref cursor) => DateTimeOffset.FromUnixTimeSeconds(cursor.UInt32()),
            "DateTime64" => Instant(int.Parse(arguments[0], System.Globalization.CultureInfo.InvariantCulture)),
            "UUID" => (ref cursor) => Identifier(ref cursor),
            "Enum8" => Enumerated(arguments, wide: false),
            "Enum16" => Enumerated(arguments, wide: true),
            "Nothing" => (ref cursor) => null,
            _ => throw new NotSupportedException($"An answer cannot hold a column of type {type}: convert it in the SELECT."),
        };
    }

    private static object Long(long number) => number is >= 0 and < 1024 ? Small[number] : number;

    private static ReadValue Nullable(ReadValue inner) => (ref cursor) => cursor.Byte() != 0 ? null : inner(ref cursor);

    private static ReadValue Array(ReadValue inner) => (ref cursor) =>
    {
        var count = cursor.Count();
        if (count == 0)
            return System.Array.Empty<object?>();
        var items = new object?[count];
        for (var i = 0; i < items.Length; i++)
            items[i] = inner(ref cursor);
        return items;
    };

    private static ReadValue Tuple(ReadValue[] inner) => (ref cursor) =>
    {
        var items = new object?[inner.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = inner[i](ref cursor);
        return items;
    };

    private static ReadValue Instant(int digits)
    {
        var ticks = 1L;
        for (var i = digits; i < 7; i++)
            ticks *= 10;
        var parts = 1L;
        for (var i = digits; i > 7; i--)
            parts *= 10;
        return (ref cursor) => new DateTimeOffset(DateTime.UnixEpoch.Ticks + ((long)cursor.UInt64() * ticks / parts), TimeSpan.Zero);
    }

    private static Guid Identifier(ref RowBinaryCursor cursor)
    {
        var high = cursor.UInt64();
        var low = cursor.UInt64();
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    private static ReadValue Enumerated(IReadOnlyList<string> arguments, bool wide)
    {
        var names = new Dictionary<int, object>();
        foreach (var argument in arguments)
        {
            var equals = argument.LastIndexOf('=');
            names[int.Parse(argument.AsSpan(equals + 1), System.Globalization.CultureInfo.InvariantCulture)] = Unquote(argument[..equals].Trim());
        }
        return wide ? (ref cursor) => names[(short)cursor.UInt16()] : (ref cursor) => names[(sbyte)cursor.Byte()];
    }

    // Few words come often: keep one string of each instead of a new one a row.
    private static ReadValue Words(bool nullable)
    {
        const int Most = 4096;
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var byLetters = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var letters = new char[256];
        return (ref cursor) =>
        {
            if (nullable && cursor.Byte() != 0)
                return null;
            var bytes = cursor.Take(cursor.Count());
            if (bytes.Length > letters.Length)
                return System.Text.Encoding.UTF8.GetString(bytes);
            var word = letters.AsSpan(0, System.Text.Encoding.UTF8.GetChars(bytes, letters));
            if (byLetters.TryGetValue(word, out var found))
                return found;
            var text = word.ToString();
            if (known.Count < Most)
                known[text] = text;
            return text;
        };
    }

    private static ReadValue Element(string argument)
    {
        // Tuple elements may carry names: "hour UInt8".
        var space = argument.IndexOf(' ', StringComparison.Ordinal);
        var bracket = argument.IndexOf('(', StringComparison.Ordinal);
        return Reader(space > 0 && (bracket < 0 || space < bracket) ? argument[(space + 1)..] : argument);
    }

    private static string Unquote(string literal) =>
        literal[1..^1].Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    /// <summary>The name of a type and its arguments: brackets nest, quoted words may hold commas and brackets.</summary>
    private static (string Name, IReadOnlyList<string> Arguments) Split(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return (type, []);
        var arguments = new List<string>();
        var (depth, quoted, start) = (0, false, open + 1);
        for (var i = start; i < type.Length; i++)
        {
            var letter = type[i];
            if (quoted && letter == '\\')
                i++;
            else if (letter == '\'')
                quoted = !quoted;
            else if (!quoted && letter == '(')
                depth++;
            else if (!quoted && ((letter == ',' && depth == 0) || (letter == ')' && depth-- == 0)))
            {
                arguments.Add(type[start..i].Trim());
                start = i + 1;
            }
        }
        return (type[..open], arguments);
    }
}
