namespace Listening.Store.Projecting;

/// <summary>A brand's reply within ten seconds of the post it answers.</summary>
/// <param name="Post">The reply.</param>
/// <param name="Fingerprint">Of its wording.</param>
/// <param name="PostedAt">When.</param>
/// <param name="Automated">What the facts say of it.</param>
internal readonly record struct QuickReply(UInt128 Post, ulong Fingerprint, DateTimeOffset PostedAt, bool Automated)
{
    /// <summary>Longest time that is still quick: nobody reads and answers faster.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Whether a reply at <paramref name="reply"/> to a post at <paramref name="answered"/> is one.</summary>
    public static bool Is(DateTimeOffset reply, DateTimeOffset answered) => reply >= answered && reply - answered <= Longest;
}
