namespace Listening.Measuring;

/// <summary>Lists posts that a search finds.</summary>
public interface IPostSearch
{
    /// <summary>
    /// Posts of [from, to) that <paramref name="filter"/> (the search language; null for all) finds, newest first.
    /// Throws <see cref="MetricQuestionException"/> when the filter cannot be read.
    /// </summary>
    Task<PostPage> SearchAsync(string? filter, DateTimeOffset? from, DateTimeOffset? to, string? cursor, int limit, CancellationToken cancellationToken);
}
