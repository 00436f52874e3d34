using System.Text.Json;
using Listening.Collecting;
using Listening.Sources.Json;

namespace Listening.Sources.X;

/// <summary>What an answer of X's brought.</summary>
/// <param name="Posts">Its posts, in its order.</param>
/// <param name="Ids">The ids of all that came, those that are no posts too.</param>
/// <param name="Rejected">Why some are none.</param>
/// <param name="Cost">Reads that it cost.</param>
internal sealed record XPage(IReadOnlyList<Post> Posts, IReadOnlyList<string> Ids, IReadOnlyList<string> Rejected, int Cost)
{
    public static XPage Read(JsonElement root)
    {
        var (tweets, users) = (root.List("data").ToList(), XPosts.Users(root));
        var (posts, rejected) = (new List<Post>(), new List<string>());
        foreach (var tweet in tweets)
        {
            if (XPosts.Of(tweet, users) is { } post) posts.Add(post);
            else rejected.Add($"a post without id, author or instant: {PostFormatException.Shown(tweet.Text("id") ?? "?")}");
        }

        return new(posts, [.. tweets.Select(tweet => tweet.Text("id")).OfType<string>().Where(XPosts.IsId)], rejected, tweets.Count + (2 * users.Count));
    }
}
