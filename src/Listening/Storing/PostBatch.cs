using Listening.Collecting;

namespace Listening.Storing;

/// <summary>What one request, page or stretch of a file brought.</summary>
/// <param name="Posts">The posts that could be read, at most a few ten thousand.</param>
public sealed record PostBatch(IReadOnlyList<CollectedPost> Posts)
{
    /// <summary>The batch's own key: a batch counted twice is counted once.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Lines that could not be read, by source; <c>""</c> where not even the source could be read.</summary>
    public IReadOnlyDictionary<string, long> Rejected { get; init; } = new Dictionary<string, long>();
}
