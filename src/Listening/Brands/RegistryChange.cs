namespace Listening.Brands;

/// <summary>What another registry changes in the facts, counted on everything that is stored.</summary>
public sealed record RegistryChange
{
    /// <summary>How many posts were compared.</summary>
    public required long Posts { get; init; }

    /// <summary>When the first of them was written; null when there is none.</summary>
    public required DateTimeOffset? From { get; init; }

    /// <summary>When the last of them was written; null when there is none.</summary>
    public required DateTimeOffset? To { get; init; }

    /// <summary>Of how many posts anything is concluded otherwise; 0 when nothing changes.</summary>
    public required long ChangedPosts { get; init; }

    /// <summary>How many waits open, vanish, or are told otherwise; 0 when nothing changes.</summary>
    public required long ChangedWaits { get; init; }

    /// <summary>Waits of each brand before and after, those left out not counted.</summary>
    public required IReadOnlyList<BrandWaits> Brands { get; init; }

    /// <summary>What is concluded otherwise about posts, the most first within each kind.</summary>
    public required IReadOnlyList<PostChange> PostChanges { get; init; }

    /// <summary>What becomes of waits, the most first within each brand.</summary>
    public required IReadOnlyList<WaitChange> WaitChanges { get; init; }

    /// <summary>How long it took to find out, in seconds.</summary>
    public required double Seconds { get; init; }
}
