using Listening.Storing;

namespace Listening.Collecting.Pulling;

/// <summary>What a run did.</summary>
public sealed record PullReport
{
    /// <summary>Pages that were read.</summary>
    public int Pages { get; init; }

    /// <summary>What became of the posts.</summary>
    public StoreReceipt Receipt { get; init; }

    /// <summary>Posts that the source had given before; they did not get as far as the store.</summary>
    public long Repeated { get; init; }

    /// <summary>Posts that could not be read.</summary>
    public long Rejected { get; init; }

    /// <summary>The first reasons why.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The budget ended before the source did; the next run goes on.</summary>
    public bool Cut { get; init; }

    /// <summary>Why it ended early; null when it did not.</summary>
    public PageFailure? Failure { get; init; }

    /// <summary>When the newest post that it stored was posted, as its source says.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>Gaps it found.</summary>
    public IReadOnlyList<SourceGap> Gaps { get; init; } = [];

    /// <summary>The first report, continued by the second.</summary>
    public PullReport Then(PullReport next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new()
        {
            Pages = Pages + next.Pages,
            Receipt = Receipt + next.Receipt,
            Repeated = Repeated + next.Repeated,
            Rejected = Rejected + next.Rejected,
            Reasons = [.. Reasons.Concat(next.Reasons).Take(5)],
            Cut = Cut || next.Cut,
            Failure = Failure ?? next.Failure,
            Newest = Newest is null || next.Newest > Newest ? next.Newest ?? Newest : Newest,
            Gaps = [.. Gaps, .. next.Gaps],
        };
    }
}
