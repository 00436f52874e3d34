using Listening.Conversations;

namespace Listening.Cases;

/// <summary>Something that an agent does to a case: a pure rule from the case as it stands to the case as it stands then.</summary>
/// <param name="Action">What the history calls it.</param>
public abstract record CaseChange(CaseAction Action)
{
    /// <summary>What the history says beside the action; null when nothing.</summary>
    public virtual string? Detail => null;

    /// <summary>What the clock hears of it; null when it does not matter to the clock.</summary>
    public virtual CaseEventKind? Heard => null;

    /// <summary>Why, for the clock; null when that does not matter to it.</summary>
    public virtual string? HeardReason => null;

    /// <summary>The case afterwards, without its new version and instant; null when it cannot be done to a case that stands so.</summary>
    /// <param name="before">As it stands.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="at">When.</param>
    public abstract Case? On(Case before, string by, DateTimeOffset at);
}
