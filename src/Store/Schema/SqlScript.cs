using System.Text;

namespace Listening.Store.Schema;

/// <summary>
/// Cuts a file of SQL into statements: a semicolon ends one, except inside a comment (which is left out), a quoted text or a quoted name.
/// Source for what quotes and comments are: ClickHouse documentation, "Syntax".
/// </summary>
internal static class SqlScript
{
    internal static IReadOnlyList<string> Statements(string sql)
    {
        var statements = new List<string>();
        var statement = new StringBuilder();
        for (var i = 0; i < sql.Length;)
        {
            if (sql[i] == ';')
            {
                End(statements, statement);
                i++;
                continue;
            }
            var end = EndOfComment(sql, i);
            if (end > i)
                statement.Append(' ');
            else
                statement.Append(sql, i, (end = EndOfPart(sql, i)) - i);
            i = end;
        }
        End(statements, statement);
        return statements;
    }

    private static void End(List<string> statements, StringBuilder statement)
    {
        var text = statement.ToString().Trim();
        if (text.Length > 0)
            statements.Add(text);
        statement.Clear();
    }

    private static int EndOfComment(string sql, int start)
    {
        if (At(sql, start, "--"))
            return sql.IndexOf('\n', start) is var line && line < 0 ? sql.Length : line;
        if (At(sql, start, "/*"))
            return sql.IndexOf("*/", start + 2, StringComparison.Ordinal) is var close && close >= 0
                ? close + 2
                : throw new FormatException("A comment in the SQL does not end.");
        return start;
    }

    // A quoted text or name whole, else one letter. A doubled quote is two texts side by side, which comes to the same.
    private static int EndOfPart(string sql, int start)
    {
        var quote = sql[start];
        if (quote is not ('\'' or '"' or '`'))
            return start + 1;
        for (var i = start + 1; i < sql.Length; i++)
        {
            if (sql[i] == '\\')
                i++;
            else if (sql[i] == quote)
                return i + 1;
        }
        throw new FormatException($"A quotation in the SQL does not end: {sql[start..Math.Min(sql.Length, start + 40)]} …");
    }

    private static bool At(string sql, int start, string what) => string.CompareOrdinal(sql, start, what, 0, what.Length) == 0;
}
