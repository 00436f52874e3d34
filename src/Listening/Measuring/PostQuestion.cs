namespace Listening.Measuring;

/// <summary>What is asked of the posts.</summary>
public sealed record PostQuestion
{
    /// <summary>The search language; null for all.</summary>
    public string? Filter { get; init; }

    /// <summary>Start, inclusive; null for no start.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End, exclusive; null for no end.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether internal posts are listed too; only for those who may read them.</summary>
    public bool WithInternal { get; init; }

    /// <summary>Where the page starts, as an earlier page said; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many posts a page has at most.</summary>
    public int Limit { get; init; } = 50;
}
