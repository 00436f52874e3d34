using Listening.Conversations;

namespace Listening.Cases;

/// <summary>Takes back what an agent did last: who has the case, whether it is done or put off, and its tags are as before.</summary>
/// <param name="Was">The case before it was done.</param>
/// <param name="Became">The case afterwards.</param>
/// <param name="Added">Tags that were set and are taken off again.</param>
/// <param name="Removed">Tags that were taken off and are set again.</param>
public sealed record UndoCase(Case Was, Case Became, IReadOnlyList<string> Added, IReadOnlyList<string> Removed) : CaseChange(CaseAction.Undone)
{
    /// <summary>Until how long after a resolve its undo says that it was a slip. The screen offers five seconds; the rest is for slow lines.</summary>
    public static readonly TimeSpan Moments = TimeSpan.FromSeconds(15);

    /// <summary>Whether it is taken back within <see cref="Moments"/>: then the clock takes a resolve for one that never was.</summary>
    public bool AtOnce { get; init; }

    /// <inheritdoc/>
    public override CaseEventKind? Heard => (Was.ResolvedAt, Became.ResolvedAt) switch
    {
        (null, not null) => AtOnce ? CaseEventKind.Undone : CaseEventKind.Reopened,
        (not null, null) => new ResolveCase(Was.Outcome ?? CaseOutcome.AnsweredPublicly).Heard,
        _ => Was.Assignee is not null && Was.Assignee != Became.Assignee ? CaseEventKind.Assigned : null,
    };

    /// <inheritdoc/>
    public override string? HeardReason => Was.ResolvedAt is not null && Became.ResolvedAt is null ? Was.Reason : null;

    /// <inheritdoc/>
    public override Case? On(Case before, string by, DateTimeOffset at) => before with
    {
        Assignee = Was.Assignee,
        Team = Was.Team,
        SnoozedUntil = Was.SnoozedUntil,
        ResolvedAt = Was.ResolvedAt,
        Outcome = Was.Outcome,
        Reason = Was.Reason,
        MergedInto = Was.MergedInto,
        Episode = Was.Episode,
    };
}
