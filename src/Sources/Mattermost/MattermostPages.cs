namespace Listening.Sources.Mattermost;

/// <summary>How long the server's answers are.</summary>
/// <param name="MostChanges">So many changes may not be all of them.</param>
/// <param name="PageSize">Posts on a page of a walk.</param>
internal sealed record MattermostPages(int MostChanges = 1000, int PageSize = 200);
