namespace Listening.Sources.Slack;

/// <summary>A walk back from the newest message.</summary>
/// <param name="Top">The newest message met.</param>
/// <param name="Cursor">Slack's token of the next page.</param>
internal sealed record SlackWalk(string Top, string? Cursor);
