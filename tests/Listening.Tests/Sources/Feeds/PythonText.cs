using System.Globalization;
using System.Text.RegularExpressions;

namespace Listening.Tests.Sources.Feeds;

/// <summary>Reads a text as the Python test suite writes it: <c>u'\u00e9'</c>.</summary>
internal static partial class PythonText
{
    public static string? Read(string literal) => Literal().Match(literal.Trim()) is { Success: true } match
        ? Escape().Replace(match.Groups["text"].Value, escape => escape.Value[1] switch
        {
            'u' or 'x' or 'U' => char.ConvertFromUtf32(int.Parse(escape.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            _ => escape.Value[1..],
        })
        : null;

    [GeneratedRegex("""^u?(?<quote>'''|"{3}|'|")(?<text>.*)\k<quote>$""", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex("""\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|.)""", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
