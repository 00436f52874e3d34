using Listening.Collecting;
using Listening.Storing;

namespace Listening.Classifying;

/// <summary>Gives every post of a batch the labels that are stored with it, on all cores.</summary>
public sealed class PostSorting(IPostClassifier classifier)
{
    // Small batches are sorted where they come in; a part is some milliseconds.
    private const int Part = 256;

    /// <summary>The batch with labels; posts that brought their own keep them, and a deletion has none. Throws what the classifier throws.</summary>
    public PostBatch Sort(PostBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var posts = batch.Posts.ToArray();
        var unsorted = Enumerable.Range(0, posts.Length).Where(at => posts[at] is { Labels: null, Post.DeletedAt: null }).ToArray();
        if (unsorted.Length == 0) return batch;
        if (unsorted.Length <= Part) Sort(posts, unsorted, cancellationToken);
        else Parallel.ForEach(unsorted.Chunk(Part), new ParallelOptions { CancellationToken = cancellationToken }, part => Sort(posts, part, cancellationToken));
        return batch with { Posts = posts };
    }

    private void Sort(CollectedPost[] posts, int[] places, CancellationToken cancellationToken)
    {
        var labels = classifier.Classify(Array.ConvertAll(places, place => posts[place].Post), cancellationToken);
        var each = labels.Count / places.Length;
        for (var at = 0; at < places.Length; at++)
        {
            var post = posts[places[at]];
            var kept = new List<PostLabel>(each);
            for (var label = at * each; label < (at + 1) * each; label++)
                if (LabelTasks.IsFor(labels[label].Task, post.Post)) kept.Add(labels[label]);
            posts[places[at]] = post with { Labels = kept };
        }
    }
}
