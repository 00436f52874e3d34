using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>A case and where it is now.</summary>
/// <param name="Status">Where the work is.</param>
/// <param name="Case">As it stands.</param>
/// <param name="Presence">Who is at it now.</param>
public sealed record CaseSummary(CaseStatus Status, Case Case, IReadOnlyList<Present> Presence)
{
    /// <summary>How much it matters, and why.</summary>
    public PriorityView Priority => PriorityView.Of(Case);

    /// <summary>What <c>POST /cases/undo</c> takes a resolve back by, once; null for all else.</summary>
    public string? Undo { get; init; }

    /// <summary>How many other cases of the same outbreak stand in the queue behind this row.</summary>
    public int Similar { get; init; }
}
