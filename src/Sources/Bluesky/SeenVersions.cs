namespace Listening.Sources.Bluesky;

/// <summary>
/// The version (cid) of each post that was read lately. A post that is written over keeps its id, its instant and no word of the change: another cid under the same id is
/// how it shows, and the instant of the edit is when that was seen.
/// </summary>
internal sealed class SeenVersions(TimeProvider time)
{
    private const int Most = 50_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Cid, DateTimeOffset? Edited)> versions = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>When a post was edited as far as is known here; null when it is as it was first read.</summary>
    public DateTimeOffset? EditOf(string id, string cid)
    {
        lock (gate)
        {
            if (versions.TryGetValue(id, out var known))
            {
                if (known.Cid == cid) return known.Edited;
                var now = time.GetUtcNow();
                versions[id] = (cid, now);
                return now;
            }

            Remember(id, (cid, null));
            return null;
        }
    }

    /// <summary>The source itself said when a post was edited.</summary>
    public void Edited(string id, string cid, DateTimeOffset at)
    {
        lock (gate)
        {
            Remember(id, (cid, at));
        }
    }

    private void Remember(string id, (string, DateTimeOffset?) version)
    {
        if (!versions.ContainsKey(id))
        {
            if (order.Count >= Most) versions.Remove(order.Dequeue());
            order.Enqueue(id);
        }

        versions[id] = version;
    }
}
