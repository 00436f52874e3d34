namespace Listening.Collecting.Pulling;

/// <summary>A walk back from the newest page that has not met what is known yet.</summary>
/// <param name="Began">When it began.</param>
/// <param name="Floor">The position it goes down to; null on the first run.</param>
public sealed record OpenWalk(DateTimeOffset Began, string? Floor)
{
    /// <summary>Nothing older is wanted: on the first run, and where a listing without order is read again.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether it goes below the watermark, to read again.</summary>
    public bool Overlaps { get; init; }

    /// <summary>The token of the next page; null for the newest.</summary>
    public string? Resume { get; init; }

    /// <summary>The highest position met: the next watermark.</summary>
    public string? Top { get; init; }

    /// <summary>When the oldest post met says it was posted.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>Whether anything was met that was known before.</summary>
    public bool Met { get; init; }

    /// <summary>The connector's note from its newest page.</summary>
    public string? Memo { get; init; }

    /// <summary>Posts read in this walk, as <see cref="SeenPosts"/> writes them, the newest first.</summary>
    public IReadOnlyList<string> Read { get; init; } = [];

    /// <summary>How many pages it has read.</summary>
    public int Pages { get; init; }

    /// <summary>How many pages in a row brought nothing.</summary>
    public int Empty { get; init; }

    /// <summary>How many pages in a row brought only what this walk had read already.</summary>
    public int Repeated { get; init; }
}
