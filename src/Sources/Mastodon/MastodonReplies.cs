using System.Net;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Html;
using Listening.Sources.Json;
using Listening.Sources.Replying;

namespace Listening.Sources.Mastodon;

/// <summary>
/// Answers posts. The server keeps the outbox id as <c>Idempotency-Key</c> for an hour; whoever asks later finds the reply among the answers to the post, since the outbox id
/// says from when on it can have been written.
/// </summary>
internal sealed class MastodonReplies(MastodonServer server, MastodonIds ids)
{
    public const string NoToken = "This source has no token, so nothing can be sent by it.";

    public async Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken)
    {
        if (!server.HasToken) return new ReplyRefused(NoToken);
        var (local, unknown) = await ids.OfAsync(draft.Parent.Id, cancellationToken);
        if (unknown is not null) return new ReplyFailed(unknown);
        if (local is null) return Gone();
        var parent = await ids.OneAsync(local, cancellationToken);
        if (parent.Failure is { } failure) return new ReplyFailed(failure);
        if (!parent.Root.IsObject()) return Gone();
        var (sent, missed) = await FindAsync(draft, local, cancellationToken);
        if (missed is not null) return new ReplyFailed(missed);
        return sent is { } status ? Sent(status) : await PostAsync(draft, local, parent.Root, cancellationToken);
    }

    private async Task<ReplyOutcome> PostAsync(ReplyDraft draft, string local, JsonElement parent, CancellationToken cancellationToken)
    {
        var answer = await server.PostAsync("api/v1/statuses", Form(draft, local, parent), draft.OutboxId.ToString("N"), cancellationToken);
        var body = JsonAnswer.Parse(answer.Body) ?? default;
        if (answer.Failure is null) return MastodonPosts.Identity(body) is not null ? Sent(body) : new ReplyFailed(JsonAnswer.Unreadable(answer).Failure!);
        if (answer.Status is not (HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity)) return new ReplyFailed(answer.Failure);
        return answer.Status == HttpStatusCode.NotFound ? Gone() : new ReplyRefused($"{server.Address.Host} does not take it: {PlainText.Cut(body.Text("error") ?? "no reason given", 300)}");
    }

    private static string Form(ReplyDraft draft, string local, JsonElement parent)
    {
        var fields = new List<(string Name, string? Value)>
        {
            ("status", Addressed(draft.Text, parent.Field("account").Text("acct"))), ("in_reply_to_id", local), ("visibility", parent.Text("visibility")),
            ("spoiler_text", parent.Text("spoiler_text")), ("language", draft.Language),
        };
        return string.Join('&', fields.Where(field => field.Value is not null).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}"));
    }

    // Without the name in it nobody is told of the reply.
    private static string Addressed(string text, string? handle) =>
        handle is null || text.Contains($"@{handle}", StringComparison.OrdinalIgnoreCase) ? text : $"@{handle} {text}";

    private async Task<(JsonElement? Status, PageFailure? Failure)> FindAsync(ReplyDraft draft, string local, CancellationToken cancellationToken)
    {
        if (server.Memory.Own is null)
        {
            var own = await server.GetAsync("api/v1/accounts/verify_credentials", cancellationToken);
            if (own.Failure is { } refused) return (null, refused);
            server.Memory.Own = own.Root.Text("id");
        }

        var context = await server.GetAsync($"api/v1/statuses/{Uri.EscapeDataString(local)}/context", cancellationToken);
        if (context.Failure is { } failure) return (null, failure);
        var from = OutboxInstant.Earliest(draft.OutboxId);
        foreach (var status in context.Root.List("descendants"))
        {
            if (status.Text("in_reply_to_id") == local && status.Field("account").Text("id") == server.Memory.Own && status.Instant("created_at") >= from
                && ReplyWords.Of(HtmlReader.Read(status.Text("content") ?? "").Text) == ReplyWords.Of(draft.Text)) return (status, null);
        }

        return (null, null);
    }

    private static ReplySent Sent(JsonElement status) => new(new(MastodonPosts.Source, MastodonPosts.Identity(status)!), status.Address("url"));

    private ReplyRefused Gone() => new($"{server.Address.Host} does not show the post any more.");
}
