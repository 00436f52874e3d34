using System.Collections.Concurrent;

namespace Listening.Telemetry;

/// <summary>Keeps the values of a tag few: the first names that come are kept, all others are <see cref="Other"/>. Whoever sends posts may invent sources.</summary>
/// <param name="most">How many names are kept.</param>
public sealed class FewNames(int most)
{
    /// <summary>What every further name is called.</summary>
    public const string Other = "other";

    private const int LongestName = 64;

    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);
    private int _kept;

    /// <summary>
    /// The name itself, or <see cref="Other"/> where there are too many, or it is longer than 64 characters or has others than ASCII letters, digits
    /// and <c>. _ -</c>; an empty one is <c>unknown</c>.
    /// </summary>
    public string Of(string name)
    {
        if (string.IsNullOrEmpty(name)) return "unknown";
        if (_names.ContainsKey(name)) return name;
        if (name.Length > LongestName || !name.All(Plain) || Volatile.Read(ref _kept) >= most) return Other;
        if (Interlocked.Increment(ref _kept) > most) return Other;
        // Two that bring one new name at the same time spend two places; there is no harm in that.
        _names.TryAdd(name, true);
        return name;
    }

    private static bool Plain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-';
}
