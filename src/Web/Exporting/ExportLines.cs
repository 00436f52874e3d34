using System.Globalization;
using System.Text;
using System.Text.Json;
using Listening.Exporting;
using Listening.Storing;
using Listening.Web.Json;

namespace Listening.Web.Exporting;

/// <summary>Rows as lines of text. Instants are UTC with milliseconds; a list in a CSV cell is separated by <c>|</c>; an absent value is an empty cell or null.</summary>
public static class ExportLines
{
    /// <summary>The first line of a CSV file.</summary>
    public static string Head(IReadOnlyList<string> columns) => string.Join(',', columns.Select(CsvCell.Of)) + "\r\n";

    /// <summary>A row of a CSV file.</summary>
    public static string Csv(FactRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var line = new StringBuilder();
        for (var i = 0; i < row.Values.Length; i++)
        {
            if (i > 0) line.Append(',');
            line.Append(Cell(row.Values[i]));
        }

        return line.Append("\r\n").ToString();
    }

    /// <summary>A row of an NDJSON file.</summary>
    public static string Json(FactRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var named = new Dictionary<string, object?>();
        for (var i = 0; i < row.Values.Length; i++) named[row.Columns[i]] = row.Values[i];
        return JsonSerializer.Serialize(named, ApiJson.Options) + "\n";
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => CsvCell.Of(text),
        bool yes => yes ? "true" : "false",
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        object?[] several => CsvCell.Of(string.Join('|', several)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A {value.GetType().Name} has no form in a CSV file."),
    };
}
