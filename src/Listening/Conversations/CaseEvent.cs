namespace Listening.Conversations;

/// <summary>What an agent did to the case of one (conversation, brand, author).</summary>
/// <param name="At">When.</param>
/// <param name="Brand">The brand of the triple.</param>
/// <param name="Author">The author's id of the triple.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Reason">Why, for <see cref="CaseEventKind.NoAnswerNeeded"/>; the priority from then on, for <see cref="CaseEventKind.Prioritized"/>.</param>
public sealed record CaseEvent(DateTimeOffset At, string Brand, string Author, CaseEventKind Kind, string? Reason = null)
{
    /// <summary>Who did it, as the audit log names them; empty when that is not known.</summary>
    public string By { get; init; } = "";

    /// <summary>To whom, for <see cref="CaseEventKind.Assigned"/>; empty otherwise.</summary>
    public string To { get; init; } = "";
}
