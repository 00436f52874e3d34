namespace Listening.Collecting.Pulling;

/// <summary>A reader that can also read the answers to one post, so that an open conversation is followed without a search finding each answer.</summary>
public interface IThreadReader
{
    /// <summary>
    /// Reads the conversation of the post with this id, in the source's own words: the post, what it answers and what answers it. <paramref name="resume"/> is
    /// the page before's <see cref="SourcePage.Next"/>; null for the first. A conversation that is gone is an empty page. Failures as in
    /// <see cref="ISourceReader.ReadAsync"/>.
    /// </summary>
    Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken);
}
