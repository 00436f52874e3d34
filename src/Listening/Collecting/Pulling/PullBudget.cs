namespace Listening.Collecting.Pulling;

/// <summary>What one run may take; what is left is the next run's.</summary>
public sealed record PullBudget
{
    /// <summary>Pages, over all listings of the source.</summary>
    public int Pages { get; init; } = 60;

    /// <summary>Time, over all listings of the source.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Pages of one walk, over all its runs: then it is given up, and what it did not reach is a gap.</summary>
    public int WalkPages { get; init; } = 2000;
}
