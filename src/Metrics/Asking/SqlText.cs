using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Listening.Metrics.Asking;

/// <summary>
/// SQL from the files beside the types. <c>@Waits/Opened</c> stands for another file; <c>@groups</c>, in lower case, for a piece that the question decides
/// (an expression of our own, never a value: values are bound).
/// </summary>
internal static partial class SqlText
{
    private static readonly ConcurrentDictionary<string, string> Files = new();

    /// <summary>The file with every file it names put in. Throws when there is no such file.</summary>
    public static string File(string name) => Files.GetOrAdd(name, static name =>
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream($"{name}.sql")
            ?? throw new InvalidOperationException($"The assembly has no SQL file {name}.sql.");
        using var reader = new StreamReader(stream);
        return OtherFile().Replace(reader.ReadToEnd().Trim(), match => File(match.Groups[1].Value));
    });

    /// <summary>The SQL with the question's pieces put in.</summary>
    public static string With(string sql, params ReadOnlySpan<(string Name, string Sql)> pieces)
    {
        foreach (var (name, piece) in pieces) sql = sql.Replace($"@{name}", piece, StringComparison.Ordinal);
        return sql;
    }

    [GeneratedRegex("@([A-Z][A-Za-z]*/[A-Za-z]+)")]
    private static partial Regex OtherFile();
}
