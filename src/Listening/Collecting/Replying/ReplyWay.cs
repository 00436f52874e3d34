using Listening.Collecting.Pulling;

namespace Listening.Collecting.Replying;

/// <summary>How a post can be answered.</summary>
/// <param name="Source">The source it goes by; null where there is none.</param>
/// <param name="Name">That source's name.</param>
/// <param name="Channel">The channel; null where nothing can be sent.</param>
/// <param name="Rules">What is taken.</param>
/// <param name="Reason">Why nothing can be sent, in a sentence; null where it can.</param>
public sealed record ReplyWay(Guid? Source, string? Name, IReplyChannel? Channel, ReplyRules Rules, string? Reason)
{
    /// <summary>Where the answers to the post can be read at once; null where that cannot be.</summary>
    public IThreadReader? Threads { get; init; }

    /// <summary>No way, and why.</summary>
    public static ReplyWay None(string reason, Guid? source = null, string? name = null) => new(source, name, null, ReplyRules.Unknown, reason);
}
