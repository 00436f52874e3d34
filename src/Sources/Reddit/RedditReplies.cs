using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Html;
using Listening.Sources.Json;
using Listening.Sources.Replying;

namespace Listening.Sources.Reddit;

/// <summary>Answers comments and submissions. Reddit keeps no key of ours, so a reply whose answer was cut off is looked for in the thread.</summary>
internal sealed class RedditReplies(RedditAccess access)
{
    public const string NoUser = "This source is read by an app without a user, so nothing can be sent by it.";

    public async Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken)
    {
        if (access.User is not { } user) return new ReplyRefused(NoUser);
        var (thread, failure) = await RedditThread.ReadAsync(access, draft.Parent.Id, cancellationToken);
        if (failure is not null) return new ReplyFailed(failure);
        if (thread.Count == 0) return new ReplyRefused("Reddit does not show the post any more.");
        var from = OutboxInstant.Earliest(draft.OutboxId);
        var sent = thread.FirstOrDefault(thing => thing.Field("data").Text("parent_id") == draft.Parent.Id && thing.Field("data").Epoch("created_utc") >= from
            && string.Equals(thing.Field("data").Text("author"), user, StringComparison.OrdinalIgnoreCase) && thing.Field("data").Text("body") == draft.Text.Trim());
        if (sent.IsObject()) return Sent(sent);
        var form = $"api_type=json&thing_id={draft.Parent.Id}&text={Uri.EscapeDataString(draft.Text)}";
        var (answer, missed) = await access.PostAsync("api/comment", form, cancellationToken);
        if ((missed ?? answer!.Failure) is { } fault) return new ReplyFailed(fault);
        return Outcome(JsonAnswer.Read(answer!));
    }

    /// <summary>What a 200 says: errors stand inside it.</summary>
    public static ReplyOutcome Outcome(JsonAnswer answer)
    {
        if (answer.Failure is { } failure) return new ReplyFailed(failure);
        var json = answer.Root.Field("json");
        foreach (var error in json.List("errors").Select(error => error.AsList().Select(part => part.AsText()).ToList()))
        {
            var reason = PlainText.Cut(error.ElementAtOrDefault(1) ?? error.ElementAtOrDefault(0) ?? "no reason given", 300);
            return error.ElementAtOrDefault(0) == "RATELIMIT" ? new ReplyFailed(new(FailureKind.RateLimited, $"Reddit: {reason}")) : new ReplyRefused($"Reddit does not take it: {reason}");
        }

        foreach (var thing in json.Field("data").List("things").Where(thing => RedditPosts.Name(thing) is not null)) return Sent(thing);
        return new ReplyFailed(new(FailureKind.Unreadable, "Reddit did not say whether it took the reply"));
    }

    private static ReplySent Sent(System.Text.Json.JsonElement thing) => new(new(RedditPosts.Source, RedditPosts.Name(thing)!), RedditPosts.Of(thing)?.Url);
}
