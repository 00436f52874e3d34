using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>
/// The account's view of the network, and the network itself as it happens (Jetstream): every post is looked at here and those that are for us are asked for in full, since an event
/// has neither handles nor the addresses of pictures.
/// </summary>
internal sealed class BlueskyStreamReader(OutgoingHttp http, BlueskyApi api, BlueskyListings listings, BlueskyStreamSettings settings, TimeProvider time)
    : BlueskyReader(api, listings, settings.Posts, time), IStreamReader
{
    // Events of one instant may come in another order from another server.
    private const long Rewound = 5_000_000;
    private const int Waiting = 500;
    private static readonly TimeSpan BetweenMarks = TimeSpan.FromSeconds(5);
    private readonly BlueskyApi api = api;
    private readonly TimeProvider time = time;
    private readonly BlueskyListings listings = listings;

    public async IAsyncEnumerable<StreamEvent> ReadAsync(StreamPosition? from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (accounts, failure) = await AccountsAsync(cancellationToken);
        if (failure is not null)
        {
            yield return new StreamFailed(failure);
            yield break;
        }

        var (socket, refused) = await http.ConnectAsync(Address(from), cancellationToken);
        if (socket is null)
        {
            yield return new StreamFailed(refused!);
            yield break;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var arrived = Channel.CreateBounded<JetstreamEvent>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        var listening = ListenAsync(socket, new(settings.Brands, listings.Phrases, accounts), arrived.Writer, ended.Token);
        try
        {
            yield return new StreamOpened();
            var lookup = new JetstreamLookup(new(api, settings.Posts), settings, time);
            while (await arrived.Reader.WaitToReadAsync(cancellationToken))
            {
                var some = new List<JetstreamEvent>(BlueskyLookup.Most);
                while (some.Count < BlueskyLookup.Most && arrived.Reader.TryRead(out var one)) some.Add(one);
                foreach (var told in await lookup.TellAsync(some, cancellationToken))
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
            socket.Dispose();
        }
    }

    /// <summary>Reads until the stream ends, and says why it did.</summary>
    private static async Task<PageFailure> ListenAsync(OutgoingSocket socket, JetstreamFilter filter, ChannelWriter<JetstreamEvent> arrived, CancellationToken cancellationToken)
    {
        var marked = 0L;
        try
        {
            while (true)
            {
                var (message, failure) = await socket.ReceiveAsync(cancellationToken);
                if (failure is not null) return failure;
                if (JetstreamEvent.Read(message!.Value) is not { } one) continue;
                var passes = one.Operation == "delete" || (one.Operation is not null && IsForUs(filter, one));
                if (!passes && one.At - marked < BetweenMarks.TotalMicroseconds) continue;
                marked = one.At;
                await arrived.WriteAsync(passes ? one : one with { Operation = null }, cancellationToken);
            }
        }
        finally
        {
            arrived.TryComplete();
        }
    }

    // What cannot be read as a post is none for us; the next pull says so where it counts.
    private static bool IsForUs(JetstreamFilter filter, JetstreamEvent one)
    {
        try
        {
            return filter.IsForUs(one.Did, one.Id, one.Record);
        }
        catch (PostFormatException)
        {
            return false;
        }
    }

    private Uri Address(StreamPosition? from)
    {
        var cursor = from is not null && long.TryParse(from.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? string.Create(CultureInfo.InvariantCulture, $"&cursor={Math.Max(0, place - Rewound)}")
            : "";
        return new(settings.Address, $"/subscribe?wantedCollections=app.bsky.feed.post{cursor}");
    }

    /// <summary>The ids of known accounts with their handles; one that is not there is left out.</summary>
    private async Task<(IReadOnlyDictionary<string, string> Accounts, PageFailure? Failure)> AccountsAsync(CancellationToken cancellationToken)
    {
        var accounts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var some in listings.Handles.Chunk(BlueskyLookup.Most))
        {
            var answer = await api.QueryAsync("app.bsky.actor.getProfiles", some.Select(handle => ("actors", handle)), cancellationToken);
            if (answer.Failure is not null) return (accounts, answer.Explained("known accounts"));
            foreach (var profile in answer.Root.List("profiles"))
                if (profile.Text("did") is { } did)
                    accounts[did] = profile.Text("handle") ?? did;
        }

        return (accounts, null);
    }
}
