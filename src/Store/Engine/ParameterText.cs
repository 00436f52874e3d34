using System.Collections;
using System.Globalization;
using System.Text;

namespace Listening.Store.Engine;

/// <summary>
/// Writes a bound value the way ClickHouse reads it: the "Escaped" text of its TabSeparated format at the top, quoted literals inside an array.
/// Source: ClickHouse documentation, "HTTP interface, queries with parameters" and "Formats, TabSeparated".
/// </summary>
internal static class ParameterText
{
    internal static void Write(StringBuilder text, object? value)
    {
        if (value is null)
            text.Append("\\N");
        else if (value is string word)
            Escape(text, word);
        else if (value is IEnumerable items)
            List(text, items);
        else
            text.Append(Scalar(value));
    }

    private static void List(StringBuilder text, IEnumerable items)
    {
        text.Append('[');
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(',');
            first = false;
            Item(text, item);
        }
        text.Append(']');
    }

    private static void Item(StringBuilder text, object? item)
    {
        if (item is null)
            text.Append("NULL");
        else if (item is string word)
            Escape(text.Append('\''), word).Append('\'');
        else if (item is IEnumerable items)
            List(text, items);
        else if (item is DateTimeOffset or DateOnly or Guid)
            text.Append('\'').Append(Scalar(item)).Append('\'');
        else
            text.Append(Scalar(item));
    }

    private static string Scalar(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => Number(number),
        float number => Number(number),
        Guid id => id.ToString("D"),
        sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or decimal =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} cannot be bound to a query.", nameof(value)),
    };

    private static string Number(double number) =>
        double.IsNaN(number) ? "nan" : double.IsInfinity(number) ? (number > 0 ? "inf" : "-inf") : number.ToString("R", CultureInfo.InvariantCulture);

    private static StringBuilder Escape(StringBuilder text, string word)
    {
        foreach (var letter in word)
        {
            _ = letter switch
            {
                '\\' => text.Append("\\\\"),
                '\'' => text.Append("\\'"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\0' => text.Append("\\0"),
                _ => text.Append(letter),
            };
        }
        return text;
    }
}
