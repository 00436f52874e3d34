using Listening.Collecting.Pulling;

namespace Listening.Web.Sourcing;

/// <summary>What sources of a kind show.</summary>
/// <param name="Replies">Answers and whom they answer.</param>
/// <param name="Edits">Later versions.</param>
/// <param name="Deletions">That a post was taken away.</param>
/// <param name="Reach">How many follow an author.</param>
public sealed record SightView(bool Replies, bool Edits, bool Deletions, bool Reach)
{
    /// <summary>The view of a sight.</summary>
    public static SightView Of(SourceSight sight)
    {
        ArgumentNullException.ThrowIfNull(sight);
        return new(sight.Replies, sight.Edits, sight.Deletions, sight.Reach);
    }

    /// <summary>What it does not show, in words.</summary>
    public IReadOnlyList<string> Hidden() =>
        [.. new[] { (Replies, "replies"), (Edits, "edits"), (Deletions, "deletions"), (Reach, "reach") }.Where(one => !one.Item1).Select(one => one.Item2)];
}
