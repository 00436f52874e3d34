namespace Listening.Collecting.Pulling;

/// <summary>One listing of a source: a search, the mentions, an account's posts, a channel.</summary>
/// <param name="Name">Unique within the source and the same after every start: the cursor is kept under it.</param>
/// <param name="Direction">Which way its pages lead.</param>
public sealed record SourceStream(string Name, PageDirection Direction)
{
    /// <summary>How far back the first run reaches.</summary>
    public TimeSpan FirstReach { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How far a run reads again what was read, because posts come in below the watermark too.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often it does that; every run when zero.</summary>
    public TimeSpan OverlapEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether it brings the past whenever somebody puts it there, as files do: a post older than <see cref="PostedInstant.Tolerance"/> is then believed as in an import.
    /// </summary>
    public bool BringsPast { get; init; }
}
