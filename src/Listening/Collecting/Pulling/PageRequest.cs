namespace Listening.Collecting.Pulling;

/// <summary>Which page is wanted.</summary>
/// <param name="Stream">The listing's name.</param>
public sealed record PageRequest(string Stream)
{
    /// <summary>
    /// Backward: the token of the next older page, as <see cref="SourcePage.Next"/> of the page before gave it; null for the newest page. Forward: always null.
    /// </summary>
    public string? Resume { get; init; }

    /// <summary>
    /// Backward: the position at or below which everything is stored; a source that can leave those out is asked to. Forward: the mark to read on from,
    /// as <see cref="SourcePage.Next"/> gave it. Null on the first run.
    /// </summary>
    public string? After { get; init; }

    /// <summary>On the first run: nothing older is wanted.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What the connector wrote down for itself with the last complete run, such as an ETag; null when the page must be given in full.</summary>
    public string? Memo { get; init; }
}
