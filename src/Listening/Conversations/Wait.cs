namespace Listening.Conversations;

/// <summary>
/// One customer waiting for one brand in one conversation. Unknown instants are absent; durations are differences of these instants
/// and never negative.
/// </summary>
public sealed record Wait
{
    /// <summary>The brand waited for.</summary>
    public required string Brand { get; init; }

    /// <summary>The waiting author's id.</summary>
    public required string Author { get; init; }

    /// <summary>1 for the first wait of (conversation, brand, author), then 2, …; left-out posts are numbered in the same row.</summary>
    public required int Number { get; init; }

    /// <summary>The post that opened it.</summary>
    public required UInt128 Opener { get; init; }

    /// <summary>When the clock started.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Episode by resolves and silence, from 1; 0 for a left-out post.</summary>
    public int Episode { get; init; }

    /// <summary>Whether it is the first wait of its <see cref="Episode"/>.</summary>
    public bool FirstOfEpisode { get; init; }

    /// <summary>Episode by posts only (silence), for figures compared with competitors; 0 for a left-out post.</summary>
    public int SilenceEpisode { get; init; }

    /// <summary>Whether it is the first wait of its <see cref="SilenceEpisode"/>.</summary>
    public bool FirstOfSilenceEpisode { get; init; }

    /// <summary>The brand's first public human reply to this author; max(reply, opening).</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The post that closed it.</summary>
    public UInt128? ClosedBy { get; init; }

    /// <summary>The reply is earlier than the post it answers: skewed clocks.</summary>
    public bool Skewed { get; init; }

    /// <summary>The brand's first automated reply to this author, which closes nothing.</summary>
    public DateTimeOffset? AutomatedAt { get; init; }

    /// <summary>Called done by an agent before it was answered.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Every post of the wait was deleted by then, unanswered.</summary>
    public DateTimeOffset? CensoredAt { get; init; }

    /// <summary>The brand's first public human reply to this author at or after the opening and before the next silence episode, whatever agents clicked.</summary>
    public DateTimeOffset? RepliedAt { get; init; }

    /// <summary>A registered competitor's (or, where a competitor is waited for, our) first public human reply to this author in the same span.</summary>
    public DateTimeOffset? RivalAt { get; init; }

    /// <summary>The brand that gave it.</summary>
    public string? Rival { get; init; }

    /// <summary>Another customer's first reply to this author in the same span that is neither a question nor spam.</summary>
    public DateTimeOffset? HelpedAt { get; init; }

    /// <summary>Why it is in no cohort: empty, <c>not us</c>, <c>spam</c>, <c>excluded</c>, or <c>no answer needed: …</c>.</summary>
    public string LeftOut { get; init; } = "";
}
