using System.Collections.Concurrent;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Listening.Cases;
using Listening.Desk.Cases;
using Listening.Web.Cases;
using Listening.Web.Json;

namespace Listening.Web.Streaming;

/// <summary>
/// What is new of cases, for who looks at queues. An event's id is the case's revision, which the database keeps: so a viewer resumes after a restart too. It is
/// read once and written once for all viewers, and not at all while there are none.
/// </summary>
public sealed class CaseFeed(CaseNews news, TimeProvider time)
{
    private const int MostMissed = 1_000;
    private const int UnreadByOneViewer = 1_024;
    private static readonly JsonSerializerOptions Json = ApiJson.Options;
    private readonly ConcurrentDictionary<Channel<SseItem<string>>, bool> viewers = new();
    private readonly Lock gate = new();
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long told;

    /// <summary>How many viewers follow.</summary>
    public int Viewers => viewers.Count;

    /// <summary>Completes as soon as somebody follows.</summary>
    public Task SomebodyAsync(CancellationToken cancellationToken)
    {
        lock (gate) return (viewers.IsEmpty ? arrived.Task : Task.CompletedTask).WaitAsync(cancellationToken);
    }

    /// <summary>Tells all viewers what was written of cases since this was asked last.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var fresh = await news.AfterAsync(Interlocked.Read(ref told), MostMissed, cancellationToken);
        foreach (var one in fresh) Publish(Item(one));
        if (fresh.Count > 0) Interlocked.Exchange(ref told, fresh[^1].Revision);
    }

    /// <summary>Tells all viewers who is at a case; who is away just now asks anew when they come back.</summary>
    public void Tell(PresenceNotice notice)
    {
        if (!viewers.IsEmpty) Publish(new(JsonSerializer.Serialize(notice, Json), "presence"));
    }

    /// <summary>Events until the viewer leaves; first what they missed since revision <paramref name="lastSeen"/>, or <c>reset</c> when that is too much.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(long? lastSeen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var newest = await news.NewestAsync(cancellationToken);
            var viewer = Join(newest);
            try
            {
                // Joined first and read then: nothing falls between what was missed and what comes.
                var since = lastSeen ?? newest;
                var missed = since > newest ? null : await news.AfterAsync(since, MostMissed, cancellationToken);
                if (missed is null || missed.Count == MostMissed) yield return Mark("reset", since = newest);
                else if (lastSeen is null) yield return Mark("hello", since);
                foreach (var one in missed is { Count: < MostMissed } ? missed : [])
                {
                    yield return Item(one);
                    since = one.Revision;
                }

                await foreach (var item in viewer.Reader.ReadAllAsync(cancellationToken))
                {
                    if (item.EventId is { } id && long.Parse(id, CultureInfo.InvariantCulture) <= since) continue;
                    yield return item;
                }

                // The viewer reads too slowly and lost something: they are told to fetch, and go on from there.
                lastSeen = long.MaxValue;
            }
            finally
            {
                viewers.TryRemove(viewer, out _);
            }
        }
    }

    private Channel<SseItem<string>> Join(long newest)
    {
        var viewer = Channel.CreateBounded<SseItem<string>>(new BoundedChannelOptions(UnreadByOneViewer) { SingleReader = true });
        lock (gate)
        {
            if (viewers.IsEmpty)
            {
                Interlocked.Exchange(ref told, newest);
                arrived.TrySetResult();
                arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            viewers[viewer] = true;
        }

        return viewer;
    }

    private void Publish(SseItem<string> item)
    {
        foreach (var viewer in viewers.Keys)
            if (!viewer.Writer.TryWrite(item))
                viewer.Writer.TryComplete();
    }

    private SseItem<string> Item(Case one) => new(
        JsonSerializer.Serialize(new CaseNotice(one.Id, one.Version, one.Revision, one.StatusAt(time.GetUtcNow()), one.Assignee, one), Json), "case")
    {
        EventId = Number(one.Revision),
    };

    private static SseItem<string> Mark(string type, long revision) => new("{}", type) { EventId = Number(revision) };

    private static string Number(long revision) => revision.ToString(CultureInfo.InvariantCulture);
}
