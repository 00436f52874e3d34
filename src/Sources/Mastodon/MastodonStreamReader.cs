using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Sources.Http;

namespace Listening.Sources.Mastodon;

/// <summary>
/// A server's listings, and what happens in those that it streams as it happens (docs.joinmastodon.org/methods/streaming): hashtags and mentions, each over a connection of its own. The
/// server repeats nothing, so they count as one stream: it stands when all do, and when one ends all are opened again, with a pull behind.
/// </summary>
internal sealed class MastodonStreamReader(MastodonServer server, IReadOnlyList<MastodonListing> forward, IReadOnlyList<string> phrases, TimeProvider time)
    : MastodonReader(server, forward, phrases), IStreamReader
{
    // Servers allow some connections per account; what is beyond is left to the pulls.
    private const int MostConnections = 16;
    private const int MostAtOnce = 20;
    private const int Waiting = 500;
    private readonly MastodonServer server = server;
    private readonly IReadOnlyList<string> paths = [.. forward.Select(listing => listing.Streaming).OfType<string>().Take(MostConnections)];

    public async IAsyncEnumerable<StreamEvent> ReadAsync(StreamPosition? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (connections, refused) = await OpenAsync(cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            if (refused is not null)
            {
                yield return new StreamFailed(refused);
                yield break;
            }

            var arrived = Channel.CreateBounded<MastodonEvent>(new BoundedChannelOptions(Waiting) { SingleReader = true });
            var listening = ListenAsync(connections, arrived.Writer, ended);
            yield return new StreamOpened();
            while (await arrived.Reader.WaitToReadAsync(cancellationToken))
            {
                var some = new List<MastodonEvent>(MostAtOnce);
                while (some.Count < MostAtOnce && arrived.Reader.TryRead(out var one)) some.Add(one);
                foreach (var told in await TellAsync(some, cancellationToken))
                {
                    yield return told;
                    if (told is StreamFailed) yield break;
                }
            }

            yield return new StreamFailed(await listening);
        }
        finally
        {
            await ended.CancelAsync();
            foreach (var connection in connections) connection.Dispose();
        }
    }

    private async Task<(IReadOnlyList<OutgoingEvents> Connections, PageFailure? Failure)> OpenAsync(CancellationToken cancellationToken)
    {
        var connections = new List<OutgoingEvents>();
        if (paths.Count == 0) return (connections, new(FailureKind.Misconfigured, $"{server.Address.Host} has nothing to stream: there is no hashtag and no token"));
        var (host, failure) = await server.StreamingAsync(cancellationToken);
        foreach (var path in paths)
        {
            if (failure is not null) break;
            (var connection, failure) = await server.ListenAsync(new(host!, path), cancellationToken);
            if (connection is not null) connections.Add(connection);
        }

        return (connections, failure);
    }

    /// <summary>Listens on all until one ends, and says why that one did.</summary>
    private static async Task<PageFailure> ListenAsync(IReadOnlyList<OutgoingEvents> connections, ChannelWriter<MastodonEvent> arrived, CancellationTokenSource ended)
    {
        try
        {
            var listening = connections.Select(connection => connection.ReadAsync(
                async (one, cancel) =>
                {
                    if (MastodonEvent.Read(one.EventType, one.Data) is { } known) await arrived.WriteAsync(known, cancel);
                },
                ended.Token)).ToList();
            var failure = await await Task.WhenAny(listening);
            await ended.CancelAsync();
            await ((Task)Task.WhenAll(listening)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return failure;
        }
        finally
        {
            arrived.TryComplete();
        }
    }

    // A deletion comes after what it deletes; which post is meant is known only of those seen since the start, the others are found by looking again.
    private async Task<IReadOnlyList<StreamEvent>> TellAsync(IReadOnlyList<MastodonEvent> events, CancellationToken cancellationToken)
    {
        var (posts, _, failure) = await Listings.TakeAsync(events.Select(one => one.Status).Where(status => status.ValueKind == JsonValueKind.Object), cancellationToken);
        if (failure is not null) return [new StreamFailed(failure)];
        var gone = events.Select(one => one.Deleted is { } id ? server.Memory.UriOf(id) : null).OfType<string>();
        return [.. posts.Select(post => new StreamedPost(post)), .. gone.Select(uri => new StreamedDeletion(new PostId(MastodonPosts.Source, uri), time.GetUtcNow()))];
    }
}
