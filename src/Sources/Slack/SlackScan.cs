namespace Listening.Sources.Slack;

/// <summary>A look through the channel's younger messages for threads that have new answers. It sees edits too.</summary>
/// <param name="From">It goes down to here.</param>
/// <param name="Top">Answers up to here were there when it began.</param>
internal sealed record SlackScan(string From, string Top)
{
    /// <summary>Slack's token of the next page of the channel; null before the first and after the last.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether the channel's last page was read.</summary>
    public bool Read { get; init; }

    /// <summary>Threads with new answers, that are still to be read.</summary>
    public IReadOnlyList<string> Threads { get; init; } = [];

    /// <summary>Slack's token of the next page of the first of them.</summary>
    public string? ThreadCursor { get; init; }
}
