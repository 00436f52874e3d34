using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>Reads a conversation (app.bsky.feed.getPostThread): a post, what it answers and what answers it. What is deleted or blocked stands there as a gap and is left out.</summary>
internal sealed class BlueskyThread(BlueskyApi api, BlueskyPost posts)
{
    private const int Depth = 1000;

    public async Task<PageAnswer> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync("app.bsky.feed.getPostThread", [("uri", id), ("depth", $"{Depth}"), ("parentHeight", $"{Depth}")], cancellationToken);
        if (answer.Error == "NotFound") return new SourcePage([], PageEnd.Complete);
        if (answer.Failure is not null) return answer.Explained("a conversation");
        return answer.Root.Field("thread").IsObject() ? Page(answer.Root.Field("thread")) : new PageFailure(FailureKind.Unreadable, "a conversation: the answer has none");
    }

    // By hand and not by recursion: how deep it goes is for strangers to say.
    private SourcePage Page(JsonElement thread)
    {
        var (items, rejected) = (new List<PageItem>(), new List<string>());
        var open = new Stack<JsonElement>([thread]);
        while (open.TryPop(out var node))
        {
            if (node.Field("parent").IsObject()) open.Push(node.Field("parent"));
            foreach (var reply in node.List("replies")) open.Push(reply);
            if (!node.Field("post").IsObject()) continue;
            try
            {
                items.Add(new(posts.Of(node.Field("post"))));
            }
            catch (PostFormatException fault)
            {
                rejected.Add(fault.Message);
            }
        }

        return new(items, PageEnd.Complete) { Rejected = rejected };
    }
}
