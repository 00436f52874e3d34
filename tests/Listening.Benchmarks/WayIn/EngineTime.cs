using System.Collections.Concurrent;
using Listening.Store.Engine;

namespace Listening.Benchmarks.WayIn;

/// <summary>Where the engine's time goes: the span of every statement, by its kind and table.</summary>
public sealed class EngineTime
{
    private readonly ConcurrentDictionary<string, (int Count, TimeSpan Spent, long Rows)> statements = new(StringComparer.Ordinal);

    /// <summary>Hears of every statement that <paramref name="watch"/> hears of.</summary>
    public EngineTime(StatementWatch watch)
    {
        ArgumentNullException.ThrowIfNull(watch);
        watch.Slow = TimeSpan.Zero;
        watch.Heard += statement => statements.AddOrUpdate(
            Name(statement),
            _ => (1, statement.Duration, statement.Rows),
            (_, before) => (before.Count + 1, before.Spent + statement.Duration, before.Rows + statement.Rows));
    }

    /// <summary>What took most, in milliseconds, and forgets it.</summary>
    public string Taken(int most = 8)
    {
        var shown = statements.OrderByDescending(pair => pair.Value.Spent).Take(most)
            .Select(pair => $"{pair.Key} {pair.Value.Spent.TotalMilliseconds:N0} ms in {pair.Value.Count}").ToArray();
        var all = statements.Values.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Spent);
        statements.Clear();
        return $"engine {all.TotalSeconds:N1} s: {string.Join(", ", shown)}";
    }

    private static string Name(SlowStatement statement)
    {
        if (statement.Kind == "insert") return $"insert {statement.Statement}";
        var from = statement.Statement.LastIndexOf(" FROM ", StringComparison.Ordinal);
        return from < 0 ? statement.Kind : $"{statement.Kind} {statement.Statement[(from + 6)..].Split(' ')[0]}";
    }
}
