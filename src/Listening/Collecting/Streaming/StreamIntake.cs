using Listening.Storing;

namespace Listening.Collecting.Streaming;

/// <summary>Takes in what a stream told: posts as they are, and deletions of those that are stored; the others were never ours.</summary>
public sealed class StreamIntake(CollectingPipeline pipeline, IStoredPosts stored)
{
    /// <summary>Stores what is new in these events and says how many posts and deletions that were; durable when it returns. Throws what the store throws.</summary>
    public async Task<int> TakeAsync(IReadOnlyList<StreamEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        var told = events.OfType<StreamedPost>().Select(one => one.Post).ToList();
        var posts = told.Where(IsPost).ToList();
        var gone = events.OfType<StreamedDeletion>().DistinctBy(one => one.Post).ToDictionary(one => one.Post);
        // A post may come and go in one batch, before it is stored.
        var known = gone.Count == 0 ? [] : await stored.NewestAsync([.. gone.Keys], cancellationToken);
        var removed = known.Concat(posts.Where(post => gone.ContainsKey(post.Identity))).DistinctBy(post => post.Identity).Select(post => Without(post, gone[post.Identity].At));
        List<Post> all = [.. posts, .. removed];
        if (all.Count > 0) await pipeline.AcceptAsync(all, Arrival.Live, cancellationToken);
        return all.Count;
    }

    // What breaks the limits takes nothing else with it; a pull counts it as rejected.
    private static bool IsPost(Post post)
    {
        try
        {
            PostLimits.Checked(post);
            return true;
        }
        catch (PostFormatException)
        {
            return false;
        }
    }

    private static Post Without(Post post, DateTimeOffset at) =>
        post with { DeletedAt = at > post.SourcePostedAt ? at : post.SourcePostedAt, Text = "", Html = null, Attachments = [], Author = post.Author with { Name = null } };
}
