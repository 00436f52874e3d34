using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Json;
using Listening.Sources.Replying;

namespace Listening.Sources.Slack;

/// <summary>Puts questions into a channel; the app needs chat:write. Slack keeps no key of ours, so a question whose answer was cut off is looked for by its mark.</summary>
internal sealed class SlackQuestions(SlackApi slack, string source, string channel)
{
    public async Task<ReplyOutcome> AskAsync(QuestionDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var oldest = SlackPosts.Ts(OutboxInstant.Earliest(draft.OutboxId));
        var (listed, failure, _) = await slack.AskAsync("conversations.history", [("channel", channel), ("oldest", oldest), ("limit", "100")], cancellationToken);
        if (failure is not null) return new ReplyFailed(failure);
        if (listed.List("messages").FirstOrDefault(message => message.Text("text")?.Contains(draft.Mark, StringComparison.Ordinal) == true).Text("ts") is { } there) return Sent(there);
        // What Slack reads as markup is told as it was typed (docs.slack.dev/messaging/formatting-message-text).
        var text = draft.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        var (root, missed) = await slack.DoAsync("chat.postMessage", new { channel, text }, cancellationToken);
        if (missed is { Kind: FailureKind.Misconfigured }) return new ReplyRefused($"{missed.Reason}. The app needs chat:write and must be in the channel.");
        if (missed is not null) return new ReplyFailed(missed);
        return root.Text("ts") is { } ts ? Sent(ts) : new ReplyFailed(SlackApi.Unreadable());
    }

    private ReplySent Sent(string ts) => new(new(source, SlackPosts.Id(channel, ts)), $"https://slack.com/archives/{Uri.EscapeDataString(channel)}/p{ts.Replace(".", "", StringComparison.Ordinal)}");
}
