using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>Looks posts up by their ids.</summary>
internal sealed class BlueskyLookup(BlueskyApi api, BlueskyPost posts)
{
    /// <summary>How many ids one call takes (app.bsky.feed.getPosts).</summary>
    public const int Most = 25;

    /// <summary>The views of posts by their ids; those that are gone or hidden are left out without a word.</summary>
    public async Task<(IReadOnlyDictionary<string, JsonElement> Views, PageFailure? Failure)> ViewsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var views = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(Most))
        {
            var answer = await api.QueryAsync("app.bsky.feed.getPosts", some.Select(id => ("uris", id)), cancellationToken);
            if (answer.Failure is not null) return (views, answer.Explained("posts by their ids"));
            if (answer.Root.Field("posts").ValueKind != JsonValueKind.Array) return (views, new(FailureKind.Unreadable, "posts by their ids: the answer has no posts"));
            foreach (var view in answer.Root.List("posts"))
                if (view.Text("uri") is { } id)
                    views[id] = view;
        }

        return (views, null);
    }

    /// <summary>
    /// The posts as they are. One that is left out may be deleted, blocked, or of somebody who is deactivated for a while; it counts as gone only when its author's
    /// repository says that it has no such record, since a deletion is not taken back.
    /// </summary>
    public async Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var (views, failure) = await ViewsAsync(ids, cancellationToken);
        if (failure is not null) return failure;
        var (there, missing) = (new List<Post>(), new List<string>());
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (views.TryGetValue(id, out var view))
            {
                if (Read(view) is { } post) there.Add(post);
                continue;
            }

            var (exists, trouble) = await ExistsAsync(id, cancellationToken);
            if (trouble is not null) return trouble;
            if (!exists) missing.Add(id);
        }

        return new CheckedPosts(there, missing);
    }

    // One that cannot be read any more is there all the same: of it nothing is said.
    private Post? Read(JsonElement view)
    {
        try
        {
            return posts.Of(view);
        }
        catch (PostFormatException)
        {
            return null;
        }
    }

    /// <summary>Whether a repository has a record; a repository that is closed says nothing, and so it has.</summary>
    public async Task<(bool Exists, PageFailure? Failure)> ExistsAsync(string id, CancellationToken cancellationToken)
    {
        // What is no id of a post was never one of ours.
        if (id.Split('/') is not ["at:", "", var did, var collection, var key]) return (false, null);
        var answer = await api.QueryAsync("com.atproto.repo.getRecord", [("repo", did), ("collection", collection), ("rkey", key)], cancellationToken);
        return answer switch
        {
            { Failure: null } => (true, null),
            { Error: "RecordNotFound" } => (false, null),
            { Failure.Kind: FailureKind.Misconfigured } => (true, null),
            _ => (true, answer.Explained("a post by its id")),
        };
    }
}
