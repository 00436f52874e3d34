namespace Listening.Sources.Slack;

/// <summary>How far a channel is read; every instant is a <c>ts</c>.</summary>
/// <param name="News">Every message of the channel itself up to here is stored.</param>
/// <param name="Replies">Every answer up to here is stored, in threads that are looked through.</param>
internal sealed record SlackChannelMark(string News, string Replies)
{
    /// <summary>The walk back to <see cref="News"/>: its newest message, and Slack's token of the next page. Null when none is open.</summary>
    public SlackWalk? Walk { get; init; }

    /// <summary>The look through the threads; null when none is open.</summary>
    public SlackScan? Scan { get; init; }

    /// <summary>When the last look through the threads ended.</summary>
    public DateTimeOffset? Scanned { get; init; }
}
