namespace Listening.Collecting.Pulling;

/// <summary>One page of a listing.</summary>
/// <param name="Items">Its posts in the source's own order; may be empty although more follows.</param>
/// <param name="End">Whether more follows.</param>
public sealed record SourcePage(IReadOnlyList<PageItem> Items, PageEnd End) : PageAnswer
{
    /// <summary>
    /// Backward: the token of the next older page; needed with <see cref="PageEnd.More"/>. Forward: the mark after this page, null when it did not move.
    /// </summary>
    public string? Next { get; init; }

    /// <summary>What the connector wants back with the next run's first page; null keeps what there was.</summary>
    public string? Memo { get; init; }

    /// <summary>Why single posts of this page could not be read: outside text is no reason to lose the others.</summary>
    public IReadOnlyList<string> Rejected { get; init; } = [];

    /// <summary>Nothing changed since the last run (304): no posts, and no gap.</summary>
    public static SourcePage Unchanged { get; } = new([], PageEnd.Complete);
}
