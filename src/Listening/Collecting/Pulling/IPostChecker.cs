namespace Listening.Collecting.Pulling;

/// <summary>A reader that can also look single posts up again, for edits and deletions that no listing tells.</summary>
public interface IPostChecker
{
    /// <summary>How many ids one call takes.</summary>
    int MostIds { get; }

    /// <summary>
    /// Looks posts up by the source's own ids: a <see cref="CheckedPosts"/> with those that are there as they are now, or a <see cref="PageFailure"/>.
    /// </summary>
    Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);
}
