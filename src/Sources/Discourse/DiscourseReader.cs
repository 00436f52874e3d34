using System.Globalization;
using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Json;

namespace Listening.Sources.Discourse;

/// <summary>Reads a forum's posts by its API, the newest first.</summary>
internal sealed class DiscourseReader(DiscourseForum forum, DiscoursePosts posts, DiscourseReplies replies) : ISourceReader, IThreadReader, IPostChecker, IReplyChannel
{
    private const int Window = 50;
    private const int TopicPage = 20;

    public IReadOnlyList<SourceStream> Streams { get; } = [new("posts", PageDirection.Backward)];

    public int MostIds => 10;

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var before = request.Resume is { } resume ? long.Parse(resume, CultureInfo.InvariantCulture) : (long?)null;
        var answer = await forum.GetAsync(before is null ? "posts.json" : string.Create(CultureInfo.InvariantCulture, $"posts.json?before={before}"), cancellationToken);
        if (answer.Failure is { } failure) return failure;
        if (answer.Root.Field("latest_posts").ValueKind != JsonValueKind.Array) return new PageFailure(FailureKind.Unreadable, $"{forum.Address.Host} sent something that is no list of posts");
        var entries = answer.Root.List("latest_posts").ToList();
        var ids = entries.Select(entry => entry.Count("id")).OfType<long>().ToList();
        if (ids.Exists(id => id > before)) return new PageFailure(FailureKind.Unreadable, $"{forum.Address.Host} answered for another page");
        var (items, rejected) = Items(entries);
        // A page holds the posts among fifty ids, and so may be empty in the middle.
        var next = ids.Count > 0 ? ids.Min() - 1 : before - Window;
        var more = next is > 0;
        return new SourcePage(items, more ? PageEnd.More : PageEnd.Exhausted) { Next = more ? next!.Value.ToString(CultureInfo.InvariantCulture) : null, Rejected = rejected };
    }

    public async Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken)
    {
        if (DiscoursePosts.Read(id) is not { } name) return new SourcePage([], PageEnd.Complete);
        var topic = await forum.GetAsync(string.Create(CultureInfo.InvariantCulture, $"t/{name.Topic}.json"), cancellationToken);
        if (topic.Failure is { } failure) return failure;
        var (title, stream) = (topic.Root.Text("title"), topic.Root.Field("post_stream"));
        var (all, entries) = (stream.List("stream").Select(entry => entry.AsText()).OfType<string>().ToList(), stream.List("posts").ToList());
        var from = int.TryParse(resume, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (from > 0)
        {
            var ids = string.Join('&', all.Skip(from).Take(TopicPage).Select(post => $"post_ids[]={Uri.EscapeDataString(post)}"));
            var further = ids.Length == 0 ? new(default, null) : await forum.GetAsync(string.Create(CultureInfo.InvariantCulture, $"t/{name.Topic}/posts.json?{ids}"), cancellationToken);
            if (further.Failure is { } missed) return missed;
            entries = further.Root.Field("post_stream").List("posts").ToList();
        }

        var (items, rejected) = Items(entries, title);
        var more = all.Count > from + TopicPage;
        return new SourcePage(items, more ? PageEnd.More : PageEnd.Complete) { Next = more ? (from + TopicPage).ToString(CultureInfo.InvariantCulture) : null, Rejected = rejected };
    }

    public async Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var (found, missing) = (new List<Post>(), new List<string>());
        foreach (var id in ids)
        {
            if (DiscoursePosts.Read(id) is not { } name) continue;
            // Only the topic tells its title, which is part of what its first post says.
            var path = name.Number == 1 ? $"t/{name.Topic}.json" : $"posts/by_number/{name.Topic}/{name.Number}.json";
            var answer = await forum.GetAsync(path, cancellationToken);
            if (answer.Failure is { } failure) return failure;
            var post = name.Number == 1 ? answer.Root.Field("post_stream").List("posts").FirstOrDefault(entry => entry.Count("post_number") == 1) : answer.Root;
            if (!answer.Root.IsObject()) missing.Add(id);
            else if (posts.Of(post, answer.Root.Text("title")) is { } there && there.Identity.Id == id) found.Add(there);
        }

        return new CheckedPosts(found, missing);
    }

    public Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken) => replies.SendAsync(draft, cancellationToken);

    private (List<PageItem> Items, List<string> Rejected) Items(List<JsonElement> entries, string? title = null)
    {
        var (items, rejected) = (new List<PageItem>(), new List<string>());
        foreach (var entry in entries.Where(DiscoursePosts.IsShown))
        {
            if (posts.Of(entry, title) is { } post) items.Add(new(post, entry.Count("id") is { } id ? Positions.Of((ulong)id) : null));
            else rejected.Add("a post has no topic, number, author or instant");
        }

        return (items, rejected);
    }
}
