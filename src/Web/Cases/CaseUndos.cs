using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>What may still be taken back. It lies in memory: an undo is offered for moments, and a restart ends it.</summary>
public sealed class CaseUndos(TimeProvider time)
{
    private const int Most = 500;
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, (string By, DateTimeOffset Until, IReadOnlyList<UndoCase> Changes)> kept = [];
    private readonly Lock gate = new();

    /// <summary>Keeps what takes changes back, and gives the token for it; null when there is nothing.</summary>
    public string? Keep(string by, IReadOnlyList<UndoCase> changes)
    {
        if (changes.Count == 0) return null;
        var (now, token) = (time.GetUtcNow(), Guid.NewGuid().ToString("n"));
        lock (gate)
        {
            foreach (var old in kept.Where(one => one.Value.Until <= now).Select(one => one.Key).ToList()) kept.Remove(old);
            if (kept.Count >= Most) kept.Remove(kept.MinBy(one => one.Value.Until).Key);
            kept[token] = (by, now + Good, changes);
        }

        return token;
    }

    /// <summary>What the token takes back, once; null when it is none of <paramref name="by"/>, is too old or was used.</summary>
    public IReadOnlyList<UndoCase>? Take(string token, string by)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(token, out var found) || found.By != by || found.Until <= time.GetUtcNow()) return null;
            kept.Remove(token);
            return found.Changes;
        }
    }
}
