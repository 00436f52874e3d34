using System.Collections.Concurrent;

namespace Listening.Sources.Mastodon;

/// <summary>
/// What one server calls posts and accounts. A post's identity is its <c>uri</c>, the same on every server; a server's own id leads to it there and nowhere else. It is
/// a memory only: what it does not know is asked again.
/// </summary>
internal sealed class MastodonMemory
{
    private const int Most = 50_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> uris = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>The server's ids of accounts, by their full handles.</summary>
    public ConcurrentDictionary<string, string> Accounts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The account that the token belongs to; null until it was asked for.</summary>
    public string? Own { get; set; }

    public string? UriOf(string id)
    {
        lock (gate) return uris.GetValueOrDefault(id);
    }

    public string? IdOf(string uri)
    {
        lock (gate) return ids.GetValueOrDefault(uri);
    }

    public void Learn(string id, string uri)
    {
        lock (gate)
        {
            if (uris.TryAdd(id, uri)) order.Enqueue(id);
            ids[uri] = id;
            if (order.Count <= Most || !uris.Remove(order.Dequeue(), out var forgotten)) return;
            ids.Remove(forgotten);
        }
    }
}
