using System.Text;
using System.Text.RegularExpressions;
using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>
/// SQL and the values that go beside it, as <c>param_…</c> in the address. Addresses are short (a server takes 128 KiB a value, proxies 8 KiB in all), so a
/// long text or list becomes a quoted literal with its type in the SQL, which is what the server makes of a bound value anyway.
/// Source: ClickHouse documentation, "HTTP interface, queries with parameters"; settings <c>http_max_field_value_size</c>, <c>http_max_uri_size</c>.
/// </summary>
internal sealed partial class ServerStatement
{
    private const int LongestValue = 1024;
    private const int LongestTogether = 4096;
    private readonly Dictionary<string, string> values = [];

    internal ServerStatement(FactQuery query)
    {
        var literals = new Dictionary<string, string>();
        var together = 0;
        foreach (var (name, value) in query.Parameters)
        {
            var text = new StringBuilder();
            ParameterText.Write(text, value);
            if (text.Length <= LongestValue && (together += text.Length) <= LongestTogether)
                values[name] = text.ToString();
            else
                literals[name] = Literal(value, text);
        }
        Sql = literals.Count == 0
            ? query.Sql
            : Placeholder().Replace(
                query.Sql, match => literals.TryGetValue(match.Groups[1].Value, out var literal) ? $"CAST({literal}, '{Quoted(match.Groups[2].Value)}')" : match.Value);
    }

    internal string Sql { get; }

    internal IReadOnlyDictionary<string, string> Values => values;

    // A list's text is read by the cast as it stands; a plain text is itself, without the escapes that an address needs.
    private static string Literal(object? value, StringBuilder text) => $"'{Quoted(value as string ?? text.ToString())}'";

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\s*(\w+)\s*:\s*([^{}]+?)\s*\}")]
    private static partial Regex Placeholder();
}
