namespace Listening.Sources.Slack;

/// <summary>How a workspace is read.</summary>
/// <param name="Profile">What Slack allows the app.</param>
/// <param name="Threads">How old a message may be for new answers to it to be looked for.</param>
/// <param name="SigningSecret">What events are signed with; null where none are taken.</param>
internal sealed record SlackOptions(SlackProfile Profile, TimeSpan Threads, string? SigningSecret)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Profile.PageSize} messages a page, threads of {Threads.TotalDays} days";
}
