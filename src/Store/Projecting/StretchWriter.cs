using Listening.Store.Engine;

namespace Listening.Store.Projecting;

/// <summary>
/// Writes what was gathered, in an order in which a run that is cut off anywhere is finished by the next: first the keys that are left, last the
/// wordings. Every row is an upsert.
/// </summary>
internal sealed class StretchWriter(IClickHouse facts, WaitWriter waits, StoredKeys? storedPlaces)
{
    public async Task WriteAsync(Stretch stretch, ulong revision, CancellationToken cancellationToken)
    {
        StandingPost[] posts = [.. stretch.Posts.Values];
        // A post may leave one row and stand in it again under the other table's key.
        Place[] leftPosts = [.. stretch.Left.Where(left => stretch.Posts[left.Post].PostedAt != left.PostedAt)];
        await InsertAsync("moves", PlaceBlock.Moves(stretch.Left, revision), cancellationToken);
        storedPlaces?.Note(stretch.Now.Keys);
        await InsertAsync("place", PlaceBlock.Of([.. stretch.Now.Values], revision), cancellationToken);
        // The place of a post is written before its waits: where nothing of a conversation had a place, there are no waits of it.
        var known = stretch.Before.Values.Select(place => place.Conversation).Concat(stretch.Left.Select(left => left.Conversation)).ToHashSet();
        var begun = posts.GroupBy(post => post.Conversation).Where(conversation => !known.Contains(conversation.Key)).ToArray();
        // Neither reads what another of these writes, and whichever of them a cut off run did are done again.
        await Task.WhenAll(
            WritePostsAsync(posts, leftPosts, revision, cancellationToken),
            WriteThreadAsync(posts, stretch.Left, revision, cancellationToken),
            waits.WriteNewAsync(begun, stretch.Posts, revision, cancellationToken));
        await waits.WriteAsync(stretch.Conversations.Except(begun.Select(conversation => conversation.Key)), stretch.Posts, revision, cancellationToken);
        await InsertAsync("wordings", WordingBlock.Of(stretch.Wordings, revision), cancellationToken);
    }

    private async Task WritePostsAsync(StandingPost[] posts, Place[] left, ulong revision, CancellationToken cancellationToken)
    {
        await InsertAsync("posts", PostBlock.Of(posts, revision), cancellationToken);
        await InsertAsync("posts", PlaceBlock.GonePosts(left, revision), cancellationToken);
    }

    private async Task WriteThreadAsync(StandingPost[] posts, List<Place> left, ulong revision, CancellationToken cancellationToken)
    {
        await InsertAsync("thread", ThreadBlock.Of(posts, revision), cancellationToken);
        await InsertAsync("thread", PlaceBlock.GoneThread(left, revision), cancellationToken);
    }

    private async Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken)
    {
        using (block)
            if (block.Rows > 0)
                await facts.InsertAsync(table, block, cancellationToken);
    }
}
