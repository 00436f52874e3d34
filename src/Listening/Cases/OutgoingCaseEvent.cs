using Listening.Conversations;

namespace Listening.Cases;

/// <summary>What an agent did to a case, on its way to the truth that the clock reads.</summary>
/// <param name="Id">Its own; the same event sent twice is one.</param>
/// <param name="Post">A post of the conversation: the event goes where that post goes.</param>
/// <param name="Event">What the clock hears.</param>
public sealed record OutgoingCaseEvent(Guid Id, UInt128 Post, CaseEvent Event)
{
    /// <summary>The post it is about; 0 for none.</summary>
    public UInt128 About { get; init; }
}
