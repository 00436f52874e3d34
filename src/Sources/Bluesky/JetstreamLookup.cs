using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Streaming;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>Tells of what passed the stream, with posts as the service shows them. It shows them a moment later than the stream, so it is asked more than once.</summary>
internal sealed class JetstreamLookup(BlueskyLookup lookup, BlueskyStreamSettings settings, TimeProvider time)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>
    /// One event for each, in their order. A post that the service does not show by then is left to the pulls: it is hidden, gone again, or written over, which comes by itself.
    /// With a failure nothing behind it is told, so that reading goes on before it.
    /// </summary>
    public async Task<IReadOnlyList<StreamEvent>> TellAsync(IReadOnlyList<JetstreamEvent> arrived, CancellationToken cancellationToken)
    {
        var written = arrived.Where(one => one.Operation is "create" or "update").ToList();
        var (views, failure) = await ViewsAsync(written, cancellationToken);
        if (failure is not null) return [new StreamFailed(failure)];
        return [.. arrived.Select(one => Told(one, views))];
    }

    private async Task<(IReadOnlyDictionary<string, JsonElement> Views, PageFailure? Failure)> ViewsAsync(List<JetstreamEvent> written, CancellationToken cancellationToken)
    {
        // Of several versions of one post the last counts.
        var wanted = written.GroupBy(one => one.Id).ToDictionary(group => group.Key, group => group.Last().Cid, StringComparer.Ordinal);
        var views = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        for (var turn = 0; wanted.Count > 0; turn++)
        {
            var (shown, failure) = await lookup.ViewsAsync([.. wanted.Keys], cancellationToken);
            if (failure is not null) return (views, failure);
            foreach (var (id, view) in shown)
                if (view.Text("cid") == wanted[id] && wanted.Remove(id))
                    views[id] = view;
            if (turn == Waits.Length) break;
            if (wanted.Count > 0) await Task.Delay(Waits[turn], time, cancellationToken);
        }

        return (views, null);
    }

    private StreamEvent Told(JetstreamEvent one, IReadOnlyDictionary<string, JsonElement> views)
    {
        var place = new StreamPosition(one.Place);
        if (one.Operation == "delete") return new StreamedDeletion(new(BlueskyPost.Source, one.Id), one.Instant, place);
        if (one.Operation is null || !views.TryGetValue(one.Id, out var view) || view.Text("cid") != one.Cid) return new StreamMark(place);
        if (one.Operation == "update" && one.Cid is { } cid) settings.Versions.Edited(one.Id, cid, one.Instant);
        try
        {
            return new StreamedPost(settings.Posts.Of(view), place);
        }
        catch (PostFormatException)
        {
            return new StreamMark(place);
        }
    }
}
