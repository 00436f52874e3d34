using System.Globalization;

namespace Listening.Exporting;

/// <summary>
/// One cell of a CSV file (RFC 4180) that no program takes for a formula, a command or more cells: what others wrote ends in somebody's spreadsheet.
/// Source: OWASP, "CSV Injection".
/// </summary>
public static class CsvCell
{
    // The last four are how keyboards for East Asian scripts write the first four; spreadsheets take them for the same.
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text as a cell; with an apostrophe in front where it begins like a formula and is no number.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.AsSpan().TrimStart(" \u00A0\uFEFF");
        var begins = start.Length > 0 && Formula.Contains(start[0], StringComparison.Ordinal);
        var safe = begins && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\",;\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
