using Xunit;

namespace Listening.Tests.Sceptic;

/// <summary>Collects what differs, so that one failure tells all of it.</summary>
public sealed class Disagreements
{
    private const int Shown = 25;
    private readonly List<string> found = [];

    /// <summary>How many comparisons were made.</summary>
    public int Compared { get; private set; }

    public void Compare<T>(T expected, T actual, Func<string> where)
    {
        Compared++;
        if (!EqualityComparer<T>.Default.Equals(expected, actual)) found.Add($"{where()}: sceptic {expected?.ToString() ?? "nothing"}, product {actual?.ToString() ?? "nothing"}");
    }

    /// <summary>Compares numbers: durations to less than half a second, shares to a billionth.</summary>
    public void Near(double? expected, double? actual, double tolerance, Func<string> where)
    {
        Compared++;
        if (expected is null != actual is null || (expected is { } e && actual is { } a && !(Math.Abs(e - a) < tolerance)))
            found.Add($"{where()}: sceptic {expected?.ToString() ?? "nothing"}, product {actual?.ToString() ?? "nothing"}");
    }

    public void AssertNone(int atLeast)
    {
        Assert.True(found.Count == 0, $"{found.Count} of {Compared} differ:\n{string.Join("\n", found.Take(Shown))}");
        Assert.True(Compared >= atLeast, $"only {Compared} comparisons were made");
    }
}
