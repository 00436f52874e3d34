using System.Collections.Concurrent;
using Listening.Desk.Access;

namespace Listening.Web.Security;

/// <summary>
/// Keys looked up a moment ago. An entry is trusted for 4 s, so that a revocation by another process counts within 5; one by this process counts at once.
/// Only keys that exist are remembered: made-up ids take no memory.
/// </summary>
public sealed class KnownKeys(ApiKeys keys, TimeProvider time)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(4);
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>Whether the key can be told without asking the database.</summary>
    public bool Knows(string id) => entries.TryGetValue(id, out var entry) && time.GetUtcNow() - entry.At < Trust;

    /// <summary>The key of this id, good or revoked; null when there is none.</summary>
    public async ValueTask<ApiKeyRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (entries.TryGetValue(id, out var entry) && now - entry.At < Trust) return entry.Key;
        var key = await keys.FindAsync(id, cancellationToken);
        if (key is null) entries.TryRemove(id, out _);
        else entries[id] = new Entry(key, now);
        return key;
    }

    /// <summary>Notes a use, at most once in <see cref="ApiKeys.UseGrain"/> however many requests come at once.</summary>
    public async ValueTask NoteUseAsync(ApiKeyRow key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - key.LastUsed < ApiKeys.UseGrain || !entries.TryGetValue(key.Id, out var entry) || !ReferenceEquals(entry.Key, key)) return;
        if (entries.TryUpdate(key.Id, entry with { Key = key with { LastUsed = now } }, entry)) await keys.NoteUseAsync(key.Id, cancellationToken);
    }

    /// <summary>Forgets all, after a change.</summary>
    public void Forget() => entries.Clear();

    private sealed record Entry(ApiKeyRow Key, DateTimeOffset At);
}
