using Listening.Conversations;

namespace Listening.Store.Projecting;

/// <summary>One conversation told again by the clock.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Waits">Its facts, each with the post that opened it.</param>
internal sealed record ConversationWaits(UInt128 Conversation, IReadOnlyList<(Wait Wait, ThreadPost Opener)> Waits)
{
    /// <summary>What happened in each turn of work, by the opener and brand of the wait that began it.</summary>
    public IReadOnlyDictionary<(UInt128 Opener, string Brand), IReadOnlyList<WorkAct>> Work { get; init; } = new Dictionary<(UInt128, string), IReadOnlyList<WorkAct>>();

    /// <summary>What was done to its cases.</summary>
    public IReadOnlyList<CaseEvent> Done { get; init; } = [];

    /// <summary>Keys of its waits.</summary>
    public IEnumerable<WaitKey> Keys => Waits.Select(wait => new WaitKey(wait.Wait.Brand, wait.Wait.OpenedAt, wait.Wait.Author, (uint)wait.Wait.Number));
}
