using System.Collections.Concurrent;
using Listening.Storing;

namespace Listening.Store;

/// <summary>Statements that stand in <c>.sql</c> files beside the types that use them.</summary>
internal static class Sql
{
    private static readonly ConcurrentDictionary<string, string> Read = new(StringComparer.Ordinal);
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    /// <summary>The statement in a file of this room, with its bound values.</summary>
    public static FactQuery Of(string file, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = Read.GetOrAdd(file, Text);
        if (values.IsEmpty) return new(text, Nothing);
        var bound = new Dictionary<string, object?>(values.Length);
        foreach (var (name, value) in values) bound[name] = value;
        return new(text, bound);
    }

    private static string Text(string file)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException($"No statement '{file}' in {typeof(Sql).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
