using Listening.Cases;
using Listening.Web.Replying;

namespace Listening.Web.Cases;

/// <summary>A case with everything that is kept of it; its thread is the conversation of its post.</summary>
/// <param name="Status">Where the work is.</param>
/// <param name="Case">As it stands.</param>
/// <param name="Tags">By name.</param>
/// <param name="Notes">The oldest first.</param>
/// <param name="History">The oldest first.</param>
/// <param name="Presence">Who is at it now.</param>
/// <param name="Promises">What the customer was promised, the oldest first.</param>
/// <param name="Merged">Cases that turned out to be one with it.</param>
public sealed record CaseDetail(
    CaseStatus Status, Case Case, IReadOnlyList<string> Tags, IReadOnlyList<CaseNote> Notes, IReadOnlyList<CaseMoment> History, IReadOnlyList<Present> Presence,
    IReadOnlyList<PromiseView> Promises, IReadOnlyList<long> Merged)
{
    /// <summary>How much it matters, and why.</summary>
    public PriorityView Priority => PriorityView.Of(Case);

    /// <summary>The answers, the oldest first.</summary>
    public IReadOnlyList<ReplyView> Replies { get; init; } = [];

    /// <summary>The questions that were put inside, the oldest first.</summary>
    public IReadOnlyList<QuestionView> Questions { get; init; } = [];

    /// <summary>The ticket in another system; null when there is none.</summary>
    public CaseTicket? Ticket { get; init; }
}
