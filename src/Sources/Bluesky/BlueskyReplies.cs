using System.Globalization;
using System.Text;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>
/// Answers posts (com.atproto.repo.createRecord). The record's key is made of the draft's own, so a second call cannot make a second post; whether the first arrived is asked before and
/// after.
/// </summary>
internal sealed class BlueskyReplies(BlueskyApi api, TimeProvider time)
{
    private const string Collection = "app.bsky.feed.post";
    private const int MostGraphemes = 300;
    private const int MostBytes = 3000;

    public async Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (Fault(draft) is { } fault) return new ReplyRefused(fault);
        var (did, failure) = await api.DidAsync(cancellationToken);
        if (did is null) return new ReplyFailed(failure!);
        var key = Tid.Of(draft.OutboxId);
        return await SentAsync(did, key, cancellationToken) ?? await CreateAsync(draft, did, key, cancellationToken);
    }

    private static string? Fault(ReplyDraft draft)
    {
        if (draft.Parent.Source != BlueskyPost.Source) return $"This is no post of {BlueskyPost.Source}.";
        if (string.IsNullOrWhiteSpace(draft.Text)) return "There is no text.";
        var graphemes = new StringInfo(draft.Text).LengthInTextElements;
        if (graphemes > MostGraphemes) return string.Create(CultureInfo.InvariantCulture, $"It has {graphemes} characters; Bluesky takes {MostGraphemes}.");
        var bytes = Encoding.UTF8.GetByteCount(draft.Text);
        return bytes > MostBytes ? string.Create(CultureInfo.InvariantCulture, $"It has {bytes} bytes; Bluesky takes {MostBytes}.") : null;
    }

    /// <summary>The post, when it is there; a failure when that cannot be told; null when it is not.</summary>
    private async Task<ReplyOutcome?> SentAsync(string did, string key, CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync("com.atproto.repo.getRecord", [("repo", did), ("collection", Collection), ("rkey", key)], cancellationToken);
        if (answer.Failure is null) return Sent(answer.Root.Text("uri") ?? $"at://{did}/{Collection}/{key}", did, key);
        return answer.Error == "RecordNotFound" ? null : new ReplyFailed(answer.Explained("whether the reply is there"));
    }

    private async Task<ReplyOutcome> CreateAsync(ReplyDraft draft, string did, string key, CancellationToken cancellationToken)
    {
        var found = await api.QueryAsync("app.bsky.feed.getPosts", [("uris", draft.Parent.Id)], cancellationToken);
        if (found.Failure is not null) return new ReplyFailed(found.Explained("the post that is answered"));
        var parent = found.Root.List("posts").FirstOrDefault();
        if (parent.Text("uri") is not { } id || parent.Text("cid") is not { } cid) return new ReplyRefused("The post is gone.");
        if (parent.Field("viewer").Flag("replyDisabled")) return new ReplyRefused("Its author takes no replies from us.");
        var (facets, trouble) = await new Facets(api).OfAsync(draft.Text, cancellationToken);
        if (trouble is not null) return new ReplyFailed(trouble);
        var record = new Dictionary<string, object>
        {
            ["$type"] = Collection,
            ["text"] = draft.Text,
            ["createdAt"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["reply"] = new { root = Root(parent, id, cid), parent = new { uri = id, cid } },
        };
        if (draft.Language is { } language) record["langs"] = new[] { language };
        if (facets.Count > 0) record["facets"] = facets;
        var answer = await api.CallAsync("com.atproto.repo.createRecord", new { repo = did, collection = Collection, rkey = key, record }, cancellationToken);
        if (answer.Failure is null) return Sent(answer.Root.Text("uri") ?? $"at://{did}/{Collection}/{key}", did, key);
        // It may be there for all that: the answer was cut off, or another call was first.
        if (await SentAsync(did, key, cancellationToken) is ReplySent sent) return sent;
        var failure = answer.Explained("the reply");
        return failure.Kind == FailureKind.Misconfigured ? new ReplyRefused($"Bluesky does not take it: {answer.Message ?? answer.Error}") : new ReplyFailed(failure);
    }

    private static object Root(JsonElement parent, string id, string cid)
    {
        var root = parent.Field("record").Field("reply").Field("root");
        return root.Text("uri") is { } top && root.Text("cid") is { } version ? new { uri = top, cid = version } : new { uri = id, cid };
    }

    private static ReplySent Sent(string id, string did, string key) => new(new(BlueskyPost.Source, id), $"https://bsky.app/profile/{did}/post/{key}");
}
