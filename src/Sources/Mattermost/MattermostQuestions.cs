using System.Globalization;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Json;
using Listening.Sources.Replying;

namespace Listening.Sources.Mattermost;

/// <summary>Puts questions into a channel. The server keeps no key of ours, so a question whose answer was cut off is looked for by its mark.</summary>
internal sealed class MattermostQuestions(MattermostServer server, string source, string channel)
{
    public async Task<ReplyOutcome> AskAsync(QuestionDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var since = OutboxInstant.Earliest(draft.OutboxId).ToUnixTimeMilliseconds();
        var listed = await server.GetAsync(string.Create(CultureInfo.InvariantCulture, $"channels/{channel}/posts?since={since}"), cancellationToken);
        if (listed.Failure is { } failure) return new ReplyFailed(failure);
        if (!listed.Root.Field("posts").IsObject()) return new ReplyFailed(server.Unreadable());
        var there = listed.Root.Field("posts").EnumerateObject().Select(entry => entry.Value).FirstOrDefault(post => post.Text("message")?.Contains(draft.Mark, StringComparison.Ordinal) == true);
        if (there.Text("id") is not null) return Sent(there);
        var answer = await server.WriteAsync(channel, draft.Text, cancellationToken);
        if (answer.Failure is { Kind: FailureKind.Misconfigured } refused) return new ReplyRefused(refused.Reason);
        if (answer.Failure is { } missed) return new ReplyFailed(missed);
        return answer.Root.Text("id") is not null ? Sent(answer.Root) : new ReplyFailed(server.Unreadable());
    }

    private ReplySent Sent(JsonElement post) => new(new(source, post.Text("id")!), new Uri(server.Address, $"_redirect/pl/{Uri.EscapeDataString(post.Text("id")!)}").AbsoluteUri);
}
