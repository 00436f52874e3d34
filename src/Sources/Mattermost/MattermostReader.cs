using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Chats;
using Listening.Sources.Json;

namespace Listening.Sources.Mattermost;

/// <summary>
/// Reads channels by what changed since the last run: new posts, edits and deletions alike. An answer as long as the server makes them may leave something out; then the
/// channel is walked back by its own pages as well, so that no post is missing. Of edits and deletions older than that stretch the check of single posts tells.
/// </summary>
internal sealed class MattermostReader(MattermostServer server, string source, IReadOnlyList<ChatChannel> channels, MattermostPages pages) : ISourceReader, IThreadReader, IPostChecker, IQuestionChannel
{
    private readonly MattermostPosts posts = new(source, server.Address, server.Find, id => channels.FirstOrDefault(channel => channel.Id == id)?.Name ?? id);

    // Posts that were written down late have an earlier instant than others that were seen already.
    public IReadOnlyList<SourceStream> Streams { get; } =
        [.. channels.Select(channel => new SourceStream(channel.Id, PageDirection.Forward) { Overlap = TimeSpan.FromMinutes(10), OverlapEvery = TimeSpan.FromMinutes(30) })];

    public int MostIds => 100;

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mark = request.After is { } after ? MattermostMark.Read(after) : new(request.Since?.ToUnixTimeMilliseconds() ?? 0, 0);
        if (mark is null) return new PageFailure(FailureKind.TokenRefused, "the place where the last run stopped cannot be read");
        var answer = await server.GetAsync($"channels/{request.Stream}/posts?{Query(mark)}", cancellationToken);
        if (answer.Failure is { } failure) return failure;
        if (Listed(answer.Root) is not { } listed) return server.Unreadable();
        if (await server.MeetAsync(listed.Posts, cancellationToken) is { } unknown) return unknown;
        var next = Next(mark, listed);
        var (items, rejected) = Items(listed.Posts);
        return new SourcePage(items, next.Top is null ? PageEnd.Complete : PageEnd.More) { Next = next.ToString(), Rejected = rejected };
    }

    public async Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken)
    {
        var answer = await server.GetAsync($"posts/{Uri.EscapeDataString(id)}/thread", cancellationToken);
        if (answer.Failure is { Kind: FailureKind.Misconfigured }) return new SourcePage([], PageEnd.Complete);
        if (answer.Failure is { } failure) return failure;
        if (Listed(answer.Root) is not { } listed) return server.Unreadable();
        if (await server.MeetAsync(listed.Posts, cancellationToken) is { } unknown) return unknown;
        var (items, rejected) = Items(listed.Posts);
        return new SourcePage(items, PageEnd.Complete) { Rejected = rejected };
    }

    public async Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var answer = await server.PostsAsync(ids, cancellationToken);
        if (answer.Failure is { } failure) return failure;
        if (answer.Root.ValueKind != JsonValueKind.Array) return server.Unreadable();
        var found = answer.Root.AsList().ToList();
        if (await server.MeetAsync(found, cancellationToken) is { } unknown) return unknown;
        // About a post that is not given nothing is said: the token may have left its channel.
        return new CheckedPosts([.. Items(found).Items.Select(item => item.Post)], []);
    }

    public Task<ReplyOutcome> AskAsync(QuestionDraft draft, CancellationToken cancellationToken) => new MattermostQuestions(server, source, channels[0].Id).AskAsync(draft, cancellationToken);

    // Those at the mark itself are asked for again: others may have been changed in the same millisecond.
    private string Query(MattermostMark mark) =>
        mark.Top is null ? FormattableString.Invariant($"since={Math.Max(mark.Changed - 1, 0)}")
        : mark.Before is null ? FormattableString.Invariant($"page=0&per_page={pages.PageSize}")
        : FormattableString.Invariant($"per_page={pages.PageSize}&before={mark.Before}");

    private MattermostMark Next(MattermostMark mark, (IReadOnlyList<JsonElement> Posts, IReadOnlyList<JsonElement> Ordered) listed)
    {
        var newest = listed.Posts.Max(post => post.Count("update_at")) ?? 0;
        if (mark.Top is not { } top) return listed.Posts.Count < pages.MostChanges ? new(Math.Max(mark.Changed, newest)) : new(mark.Changed, Math.Max(mark.Changed, newest));
        if (mark.Before is null) top = Math.Max(top, newest);
        if (listed.Ordered.Count == 0 || listed.Ordered[^1].Count("create_at") < mark.Changed) return new(Math.Max(top, mark.Changed));
        return new(mark.Changed, top, listed.Ordered[^1].Text("id"));
    }

    // `posts` also has the first posts of threads that `order` does not list.
    private static (IReadOnlyList<JsonElement> Posts, IReadOnlyList<JsonElement> Ordered)? Listed(JsonElement root)
    {
        if (root.Field("order").ValueKind != JsonValueKind.Array || !root.Field("posts").IsObject()) return null;
        var all = root.Field("posts").EnumerateObject().Select(entry => entry.Value).Where(post => post.IsObject()).ToList();
        var byId = all.Where(post => post.Text("id") is not null).DistinctBy(post => post.Text("id")).ToDictionary(post => post.Text("id")!);
        return (all, [.. root.List("order").Select(id => id.AsText()).OfType<string>().Where(byId.ContainsKey).Select(id => byId[id])]);
    }

    private (IReadOnlyList<PageItem> Items, IReadOnlyList<string> Rejected) Items(IEnumerable<JsonElement> listed)
    {
        var (items, rejected) = (new List<PageItem>(), new List<string>());
        foreach (var said in listed.Where(MattermostPosts.IsSaid))
        {
            if (posts.Of(said) is { } post) items.Add(new(post));
            else rejected.Add($"a post without id, author or instant: {PostFormatException.Shown(said.Text("id") ?? "?")}");
        }

        return ([.. items.OrderBy(item => item.Post.SourcePostedAt)], rejected);
    }
}
