namespace Listening.Measuring;

/// <summary>Lists posts that a search finds.</summary>
public interface IPostSearch
{
    /// <summary>The posts, newest first. Throws <see cref="MetricQuestionException"/> when the filter or the cursor cannot be read.</summary>
    Task<PostPage> SearchAsync(PostQuestion question, CancellationToken cancellationToken);
}
