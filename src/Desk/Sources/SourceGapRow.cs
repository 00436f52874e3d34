namespace Listening.Desk.Sources;

/// <summary>A stretch of a listing of which posts may be missing for good, as the database has it.</summary>
public sealed record SourceGapRow
{
    /// <summary>Grows with every gap.</summary>
    public long Id { get; init; }

    /// <summary>The source's key.</summary>
    public required Guid Source { get; init; }

    /// <summary>The listing.</summary>
    public required string Stream { get; init; }

    /// <summary>The last instant up to which everything is known to be there; null when nothing is.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant from which on everything is known to be there.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Why it could not be closed.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was found.</summary>
    public required DateTimeOffset Found { get; init; }
}
