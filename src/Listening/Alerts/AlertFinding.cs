namespace Listening.Alerts;

/// <summary>Something that somebody should be alerted of, as it is found again at every look while it lasts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">What it is of: the same thing is told once, and again only after the cooldown.</param>
/// <param name="Brand">The brand; empty when it is of all.</param>
/// <param name="Title">A sentence.</param>
/// <param name="Link">Where it is seen here, from the root of the program.</param>
public sealed record AlertFinding(AlertKind Kind, string Key, string Brand, string Title, string Link)
{
    /// <summary>What it usually is; null where that is not known yet.</summary>
    public double? Baseline { get; init; }

    /// <summary>What it is now.</summary>
    public double? Observed { get; init; }

    /// <summary>The unit of both: <c>seconds</c>, <c>count</c> or <c>balance</c>.</summary>
    public string Unit { get; init; } = "count";

    /// <summary>How many posts or customers it rests on.</summary>
    public long N { get; init; } = 1;

    /// <summary>The case it is of; null when it is of none.</summary>
    public long? Case { get; init; }

    /// <summary>The newest of its posts.</summary>
    public IReadOnlyList<AlertPost> Posts { get; init; } = [];
}
