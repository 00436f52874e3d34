using Listening.Cases;

namespace Listening.Desk.Cases;

/// <summary>How many cases each queue has.</summary>
/// <param name="Open">All that are not resolved.</param>
/// <param name="Assigned">Open ones by who has them.</param>
/// <param name="Shared">The queues that are the same for everybody.</param>
public sealed record CaseCounts(int Open, IReadOnlyDictionary<string, int> Assigned, IReadOnlyDictionary<CaseView, int> Shared)
{
    /// <summary>Every queue as <paramref name="me"/> sees it.</summary>
    public IReadOnlyDictionary<CaseView, int> Of(string me) =>
        Enum.GetValues<CaseView>().ToDictionary(view => view, view => view == CaseView.Mine ? Assigned.GetValueOrDefault(me) : Shared[view]);
}
