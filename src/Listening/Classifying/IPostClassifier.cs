using Listening.Collecting;

namespace Listening.Classifying;

/// <summary>Says what posts are; the way in calls it for every batch before the batch is stored.</summary>
public interface IPostClassifier
{
    /// <summary>
    /// The labels of every post for every task, post by post in the order given. Where the model's confidence is below what it states, and where it knows nothing of the text, the label's
    /// value is <see cref="PostLabels.NotSure"/>. Safe for several threads.
    /// </summary>
    IReadOnlyList<PostLabel> Classify(IReadOnlyList<Post> posts, CancellationToken cancellationToken);
}
