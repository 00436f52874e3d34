using Listening.Cases;

namespace Listening.Desk.Cases;

/// <summary>How many cases each queue has.</summary>
/// <param name="Open">All that are not resolved.</param>
/// <param name="Assigned">Open ones by who has them.</param>
/// <param name="Shared">The queues that are the same for everybody.</param>
/// <param name="Returned">Open ones with an answer that was given back, by who wrote it.</param>
public sealed record CaseCounts(int Open, IReadOnlyDictionary<string, int> Assigned, IReadOnlyDictionary<CaseView, int> Shared, IReadOnlyDictionary<string, int> Returned)
{
    /// <summary>Every queue as <paramref name="me"/> sees it.</summary>
    public IReadOnlyDictionary<CaseView, int> Of(string me) =>
        Enum.GetValues<CaseView>().ToDictionary(view => view, view => view switch
        {
            CaseView.Mine => Assigned.GetValueOrDefault(me),
            CaseView.Returned => Returned.GetValueOrDefault(me),
            _ => Shared[view],
        });
}
