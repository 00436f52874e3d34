using System.Globalization;
using System.Net;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Html;
using Listening.Sources.Http;
using Listening.Sources.Json;
using Listening.Sources.Replying;

namespace Listening.Sources.X;

/// <summary>
/// Answers posts (docs.x.com/x-api/posts/create-post). X keeps no key of ours, so a reply whose answer was cut off is looked for among the account's own posts, since the outbox id says from
/// when on it can have been written. What a post costs counts against the day's budget.
/// </summary>
internal sealed class XReplies(XApi api)
{
    // A read is $0.005, a post $0.015 and one with a link $0.200 (docs.x.com, pricing, 2026).
    private const int CostOfPost = 3;
    private const int CostOfLink = 40;
    private const int CostOfUser = 2;
    private const int OwnPosts = 100;

    public async Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (api.Options.Keys is null) return new ReplyRefused("This source has no keys of an account, so nothing can be sent by it.");
        if (Fault(draft) is { } fault) return new ReplyRefused(fault);
        var cost = XLength.HasLink(draft.Text) ? CostOfLink : CostOfPost;
        if (api.Budget.Left < cost + OwnPosts) return new ReplyFailed(api.UsedUp);
        var (sent, failure) = await FindAsync(draft, "first", cancellationToken);
        if (failure is not null) return new ReplyFailed(failure);
        return sent is null ? await PostAsync(draft, cost, cancellationToken) : Sent(sent);
    }

    private static string? Fault(ReplyDraft draft)
    {
        if (draft.Parent.Source != XPosts.Source || !XPosts.IsId(draft.Parent.Id)) return $"This is no post of {XPosts.Source}.";
        if (string.IsNullOrWhiteSpace(draft.Text)) return "There is no text.";
        var length = XLength.Of(draft.Text);
        return length > XLength.Most ? string.Create(CultureInfo.InvariantCulture, $"It has {length} characters as X counts them; X takes {XLength.Most}.") : null;
    }

    private async Task<ReplyOutcome> PostAsync(ReplyDraft draft, int cost, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(new { text = draft.Text, reply = new { in_reply_to_tweet_id = draft.Parent.Id } });
        var answer = await api.PostAsync("2/tweets", json, Nonce(draft, "post"), cancellationToken);
        // Whether one whose answer was cut off is paid for is not known.
        if (answer.Failure is not { Kind: not FailureKind.Unreachable }) api.Budget.Spend(cost);
        var body = JsonAnswer.Parse(answer.Body) ?? default;
        if (answer.Failure is null) return body.Field("data").Text("id") is { } id ? Sent(id) : new ReplyFailed(JsonAnswer.Unreadable(answer).Failure!);
        if (answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.NotFound)) return new ReplyFailed(api.Failure(answer)!);
        var reason = body.Text("detail") ?? body.Text("title") ?? "no reason given";
        // Somebody else, or an earlier call, was quicker.
        if (reason.Contains("duplicate", StringComparison.OrdinalIgnoreCase))
        {
            var (sent, failure) = await FindAsync(draft, "again", cancellationToken);
            if (failure is not null) return new ReplyFailed(failure);
            if (sent is not null) return Sent(sent);
        }

        return new ReplyRefused($"X does not take it: {PlainText.Cut(reason, 300)}");
    }

    private async Task<(string? Id, PageFailure? Failure)> FindAsync(ReplyDraft draft, string turn, CancellationToken cancellationToken)
    {
        if (api.Memory.Own is null)
        {
            var (me, refused) = Read(await api.GetOwnAsync("2/users/me", Nonce(draft, $"me{turn}"), cancellationToken));
            if (refused is not null) return (null, refused);
            api.Budget.Spend(CostOfUser);
            if (me.Field("data").Text("id") is not { } own || !XPosts.IsId(own)) return (null, new(FailureKind.Unreadable, "X did not say whose keys these are"));
            api.Memory.Own = own;
        }

        var from = OutboxInstant.Earliest(draft.OutboxId);
        // X takes no instant before its own beginning.
        var start = from.Year < 2010 ? "" : FormattableString.Invariant($"&start_time={from.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        var path = FormattableString.Invariant($"2/users/{api.Memory.Own}/tweets?max_results={OwnPosts}&tweet.fields=created_at,author_id,referenced_tweets,entities,note_tweet{start}");
        var (root, failure) = Read(await api.GetOwnAsync(path, Nonce(draft, $"own{turn}"), cancellationToken));
        if (failure is not null) return (null, failure);
        api.Budget.Spend(root.List("data").Count());
        var users = XPosts.Users(root);
        return (root.List("data").Select(tweet => XPosts.Of(tweet, users)).OfType<Collecting.Post>()
            .FirstOrDefault(post => post.InReplyTo == draft.Parent.Id && post.SourcePostedAt >= from && ReplyWords.Of(post.Text) == ReplyWords.Of(draft.Text))?.Identity.Id, null);
    }

    private (JsonElement Root, PageFailure? Failure) Read(OutgoingAnswer answer)
    {
        if (api.Failure(answer) is { } failure) return (default, failure);
        return JsonAnswer.Parse(answer.Body) is { ValueKind: JsonValueKind.Object } root ? (root, null) : (default, JsonAnswer.Unreadable(answer).Failure);
    }

    private string Nonce(ReplyDraft draft, string call) => string.Create(CultureInfo.InvariantCulture, $"{draft.OutboxId:N}{call}{api.Now.ToUnixTimeMilliseconds()}");

    private static ReplySent Sent(string id) => new(new(XPosts.Source, id), $"https://x.com/i/status/{id}");
}
