using Listening.Conversations;

namespace Listening.Cases;

/// <summary>What the facts say of one (conversation, brand of ours, author) after they were told again.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Brand">The brand waited for.</param>
/// <param name="Author">The waiting author's id.</param>
/// <param name="Openers">The posts that opened its waits, the first first.</param>
/// <param name="Latest">Its latest wait; null when there is none any more.</param>
/// <param name="Opener">The post that opened that; null when it did not change and is not at hand.</param>
public sealed record ToldCase(UInt128 Conversation, string Brand, string Author, IReadOnlyList<UInt128> Openers, Wait? Latest, CasePost? Opener)
{
    /// <summary>
    /// Other posts of the author that came into the conversation just now. When conversations turn out to be one, a post that opened a wait may join an older one: its case goes on there.
    /// </summary>
    public IReadOnlyList<UInt128> Joined { get; init; } = [];

    /// <summary>
    /// Whether the customer waits in public, whatever agents clicked: the case itself knows that they called it no matter of ours, and knows sooner when they took that back. What is
    /// left out by its words has no episode.
    /// </summary>
    public bool Waiting => Latest is { ClosedAt: null, CensoredAt: null } wait && (wait.LeftOut.Length == 0 || wait.Episode > 0);

    /// <summary>Whether anything of it happened after <paramref name="instant"/>, or it lost its wait.</summary>
    public bool MovedAfter(DateTimeOffset instant) => Latest is null || Latest.LeftOut.Length > 0 || Latest.OpenedAt > instant || Latest.ClosedAt > instant
        || Latest.CensoredAt > instant || Latest.RivalAt > instant || Latest.ResolvedAt > instant;
}
