using Listening.Sources.Http;

namespace Listening.Sources.Slack;

/// <summary>
/// What Slack allows an app (docs.slack.dev/apis/web-api/rate-limits): one that a company made for itself 50 pages a minute, one that is handed out without Slack's
/// review one page of fifteen messages a minute.
/// </summary>
/// <param name="PageSize">Messages on a page.</param>
/// <param name="Rate">How often history and replies are asked for, each.</param>
/// <param name="Patient">Whether every page counts, so that new messages and the look through old threads take turns page by page.</param>
internal sealed record SlackProfile(int PageSize, RequestRate Rate, bool Patient)
{
    public static SlackProfile Internal { get; } = new(200, new(45, TimeSpan.FromMinutes(1)), Patient: false);

    public static SlackProfile Unlisted { get; } = new(15, new(1, TimeSpan.FromMinutes(1)), Patient: true);
}
