using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Json;

namespace Listening.Sources.Reddit;

/// <summary>Reads the comments around a thing. What Reddit folds away behind <c>more</c> is not unfolded.</summary>
internal static class RedditThread
{
    /// <summary>The submission, what the thing answers and what answers it; empty when it is gone.</summary>
    public static async Task<(IReadOnlyList<JsonElement> Things, PageFailure? Failure)> ReadAsync(RedditAccess access, string name, CancellationToken cancellationToken)
    {
        if (RedditPosts.Number(name) is null) return ([], null);
        var path = $"comments/{name[3..]}?limit=500";
        if (name.StartsWith("t1_", StringComparison.Ordinal))
        {
            var info = await access.GetAsync($"api/info?id={name}", cancellationToken);
            if (info.Failure is { } unknown) return ([], unknown);
            if (RedditPosts.Children(info.Root).Select(thing => thing.Field("data").Text("link_id")).FirstOrDefault() is not { } link || RedditPosts.Number(link) is null) return ([], null);
            path = $"comments/{link[3..]}?comment={name[3..]}&context=8&limit=500";
        }

        var answer = await access.GetAsync(path, cancellationToken);
        return answer.Failure is { } failure ? ([], failure) : (Gather(answer.Root), null);
    }

    /// <summary>All things of nested listings, a parent before its answers.</summary>
    public static IReadOnlyList<JsonElement> Gather(JsonElement listings)
    {
        var things = new List<JsonElement>();
        var open = new Queue<JsonElement>(listings.AsList().SelectMany(RedditPosts.Children));
        while (open.TryDequeue(out var thing))
        {
            if (RedditPosts.IsPost(thing)) things.Add(thing);
            // An empty text where there are none.
            foreach (var child in RedditPosts.Children(thing.Field("data").Field("replies"))) open.Enqueue(child);
        }

        return things;
    }
}
