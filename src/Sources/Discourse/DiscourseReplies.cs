using System.Globalization;
using System.Net;
using System.Text.Json;
using Listening.Collecting.Replying;
using Listening.Sources.Html;
using Listening.Sources.Json;
using Listening.Sources.Replying;

namespace Listening.Sources.Discourse;

/// <summary>Answers posts of a forum. It keeps no key of ours, so a reply whose answer was cut off is looked for among the last ones of its topic.</summary>
internal sealed class DiscourseReplies(DiscourseForum forum, string source)
{
    private const int LastPosts = 20;

    public async Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken)
    {
        if (DiscoursePosts.Read(draft.Parent.Id) is not { } parent) return new ReplyRefused("The post is none of this forum.");
        var topic = await forum.GetAsync(string.Create(CultureInfo.InvariantCulture, $"t/{parent.Topic}.json"), cancellationToken);
        if (topic.Failure is { } failure) return new ReplyFailed(failure);
        if (!topic.Root.IsObject()) return new ReplyRefused($"{forum.Address.Host} does not show the topic any more.");
        var last = topic.Root.Field("post_stream").List("stream").Select(entry => entry.AsText()).OfType<string>().TakeLast(LastPosts).Select(id => $"post_ids[]={Uri.EscapeDataString(id)}");
        var posts = await forum.GetAsync(string.Create(CultureInfo.InvariantCulture, $"t/{parent.Topic}/posts.json?include_raw=true&{string.Join('&', last)}"), cancellationToken);
        if (posts.Failure is { } missed) return new ReplyFailed(missed);
        var from = OutboxInstant.Earliest(draft.OutboxId);
        var sent = posts.Root.Field("post_stream").List("posts").FirstOrDefault(post => string.Equals(post.Text("username"), forum.User, StringComparison.OrdinalIgnoreCase)
            && (post.Count("reply_to_post_number") ?? 1) == parent.Number && post.Instant("created_at") >= from && post.Text("raw") == draft.Text.Trim());
        return sent.IsObject() ? Sent(sent) : await PostAsync(draft, parent, cancellationToken);
    }

    private async Task<ReplyOutcome> PostAsync(ReplyDraft draft, (long Topic, long Number) parent, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, object> { ["raw"] = draft.Text, ["topic_id"] = parent.Topic, ["reply_to_post_number"] = parent.Number });
        var answer = await forum.PostAsync("posts.json", json, cancellationToken);
        var body = JsonAnswer.Parse(answer.Body) ?? default;
        if (answer.Failure is null && body.Count("post_number") is not null) return Sent(body);
        if (body.Text("action") == "enqueued") return new ReplyRefused($"{forum.Address.Host} keeps it until a moderator there agrees; it need not be sent again.");
        if (answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity)
            return new ReplyRefused($"{forum.Address.Host} does not take it: {PlainText.Cut(string.Join(" ", body.List("errors").Select(error => error.AsText())), 300)}");
        return new ReplyFailed(forum.Waiting(answer));
    }

    private ReplySent Sent(JsonElement post)
    {
        var (topic, number) = (post.Count("topic_id") ?? 0, post.Count("post_number") ?? 0);
        return new(new(source, DiscoursePosts.Id(topic, number)), new Uri(forum.Address, $"t/{topic}/{number}").AbsoluteUri);
    }
}
