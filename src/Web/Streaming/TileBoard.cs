using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Listening.Web.Json;

namespace Listening.Web.Streaming;

/// <summary>Who looks at what. Events are {tile, revision}, never one per post; a viewer that was away gets the newest of each tile, or one <c>reset</c>.</summary>
public sealed class TileBoard(TimeProvider time)
{
    private const int Remembered = 10_000;
    private const int UnreadByOneViewer = 256;

    private readonly ConcurrentDictionary<Channel<SseItem<string>>, HashSet<TileTopic>> viewers = new();
    private readonly Queue<(long Id, TileTopic Topic, SseItem<string> Item)> ring = new();
    private readonly Lock gate = new();

    // Ids grow over restarts too, so that an id of an earlier process is known to be too old instead of meaning something else.
    private long lastId = time.GetUtcNow().ToUnixTimeMilliseconds() << 20;

    /// <summary>How many viewers follow.</summary>
    public int Viewers => viewers.Count;

    /// <summary>Every topic that somebody looks at now.</summary>
    public IReadOnlyCollection<TileTopic> Topics => viewers.Values.SelectMany(topics => topics).ToHashSet();

    /// <summary>Tells the viewers of <paramref name="topic"/>.</summary>
    public void Publish(TileTopic topic, TileEvent tile)
    {
        lock (gate)
        {
            var item = Item("tile", JsonSerializer.Serialize(tile, ApiJson.Options), ++lastId);
            ring.Enqueue((lastId, topic, item));
            if (ring.Count > Remembered) ring.Dequeue();
            foreach (var (viewer, topics) in viewers)
                if (topics.Contains(topic))
                    viewer.Writer.TryWrite(item);
        }
    }

    /// <summary>Tells every viewer; who is away just now asks anew when it comes back anyway.</summary>
    public void Tell(string type)
    {
        lock (gate)
        {
            var item = Item(type, "{}", lastId);
            foreach (var viewer in viewers.Keys) viewer.Writer.TryWrite(item);
        }
    }

    /// <summary>Events of <paramref name="topics"/> until the viewer leaves; first what it missed since <paramref name="lastSeen"/>.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(
        HashSet<TileTopic> topics, long? lastSeen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Dropping the oldest is right: a newer event of the same tile says all that the older said.
        var viewer = Channel.CreateBounded<SseItem<string>>(new BoundedChannelOptions(UnreadByOneViewer)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleReader = true,
        });
        foreach (var missed in Join(viewer, topics, lastSeen)) yield return missed;
        try
        {
            await foreach (var item in viewer.Reader.ReadAllAsync(cancellationToken)) yield return item;
        }
        finally
        {
            viewers.TryRemove(viewer, out _);
        }
    }

    // Under one lock with Publish: no event falls between what was missed and what comes.
    private List<SseItem<string>> Join(Channel<SseItem<string>> viewer, HashSet<TileTopic> topics, long? lastSeen)
    {
        lock (gate)
        {
            viewers[viewer] = topics;
            if (lastSeen is not { } seen) return [Item("hello", "{}", lastId)];
            var forgotten = ring.TryPeek(out var oldest) ? oldest.Id - 1 : lastId;
            if (seen < forgotten || seen > lastId) return [Item("reset", "{}", lastId)];
            return ring.Where(entry => entry.Id > seen && topics.Contains(entry.Topic))
                .GroupBy(entry => entry.Topic)
                .Select(entries => entries.Last().Item)
                .ToList();
        }
    }

    private static SseItem<string> Item(string type, string data, long id) =>
        new(data, type) { EventId = id.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
