using System.Globalization;
using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Pushing;
using Listening.Collecting.Replying;
using Listening.Sources.Chats;
using Listening.Sources.Json;

namespace Listening.Sources.Slack;

/// <summary>
/// Reads channels by one page after the other: what is new in a channel, the newest first, then the threads below its younger messages, since Slack lists no answers with
/// the channel. All channels are one listing, because they share one limit and each must get its turn.
/// </summary>
internal sealed class SlackReader(SlackApi slack, string source, IReadOnlyList<ChatChannel> channels, SlackOptions options, TimeProvider time) : ISourceReader, IThreadReader, IPostChecker, IPushReader, IQuestionChannel
{
    private static readonly TimeSpan FirstReach = TimeSpan.FromDays(7);
    private static readonly TimeSpan BetweenScans = TimeSpan.FromMinutes(2);
    private readonly SlackPosts posts = new(source, slack.Find, id => channels.FirstOrDefault(channel => channel.Id == id)?.Name ?? id);
    private readonly string limit = options.Profile.PageSize.ToString(CultureInfo.InvariantCulture);

    // Edits are seen by the look through the threads, which reads the channel again.
    public IReadOnlyList<SourceStream> Streams { get; } = [new("channels", PageDirection.Forward) { FirstReach = FirstReach, Overlap = TimeSpan.Zero }];

    public int MostIds => options.Profile.Patient ? 1 : 20;

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mark = request.After is { } after ? SlackMark.Read(after) : SlackMark.Empty;
        if (mark is null) return new PageFailure(FailureKind.TokenRefused, "the place where the last run stopped cannot be read");
        if (mark.Turn >= channels.Count) mark = mark with { Turn = 0, Scanning = false };
        var (id, now) = (channels[mark.Turn].Id, time.GetUtcNow());
        var first = SlackPosts.Ts(now - FirstReach);
        var state = mark.Channels.GetValueOrDefault(id) ?? new(first, first);
        if (!mark.Scanning) return await NewsAsync(mark, id, state, cancellationToken);
        if (state.Scan is null && !options.Profile.Patient && now - state.Scanned < BetweenScans) return Passed([], [], mark, id, state);
        var scan = state.Scan ?? new(SlackPosts.Ts(now - options.Threads), state.Replies);
        return scan.Threads.Count > 0 ? await AnswersAsync(mark, id, state, scan, cancellationToken) : await ScanAsync(mark, id, state, scan, cancellationToken);
    }

    public async Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken)
    {
        if (Split(id) is not var (channel, ts)) return new SourcePage([], PageEnd.Complete);
        var (root, failure, _) = await slack.AskAsync("conversations.replies", [("channel", channel), ("ts", ts), ("limit", limit), ("cursor", resume)], cancellationToken);
        if (failure is { Kind: FailureKind.Misconfigured }) return new SourcePage([], PageEnd.Complete);
        if (failure is not null) return failure;
        if (await slack.MeetAsync(root.List("messages"), cancellationToken) is { } unknown) return unknown;
        var (items, rejected) = Items(channel, root.List("messages"));
        return new SourcePage(items, Next(root) is null ? PageEnd.Complete : PageEnd.More) { Next = Next(root), Rejected = rejected };
    }

    public Task<ReplyOutcome> AskAsync(QuestionDraft draft, CancellationToken cancellationToken) => new SlackQuestions(slack, source, channels[0].Id).AskAsync(draft, cancellationToken);

    public async Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var (found, missing) = (new List<Post>(), new List<string>());
        foreach (var id in ids)
        {
            if (Split(id) is not var (channel, ts)) continue;
            var (message, failure) = await FindAsync(channel, ts, cancellationToken);
            if (failure is not null) return failure;
            if (message is null) missing.Add(id);
            else if (posts.Of(message.Value, channel) is { } post) found.Add(post);
        }

        return new CheckedPosts(found, missing);
    }

    public Task<PushAnswer> ReadAsync(PushedRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(new SlackPush(options.SigningSecret, posts, channels).Read(request));

    private async Task<PageAnswer> NewsAsync(SlackMark mark, string channel, SlackChannelMark state, CancellationToken cancellationToken)
    {
        var (root, failure, _) = await slack.AskAsync("conversations.history", [("channel", channel), ("oldest", state.News), ("limit", limit), ("cursor", state.Walk?.Cursor)], cancellationToken);
        if (failure is { Kind: FailureKind.TokenRefused } && state.Walk is not null) return Again(mark, channel, state with { Walk = null });
        if (failure is not null) return failure;
        if (Messages(root, ts => string.CompareOrdinal(ts, state.News) > 0) is not { } messages) return SlackApi.Unreadable();
        if (await slack.MeetAsync(messages, cancellationToken) is { } unknown) return unknown;
        var top = Newest(messages, state.Walk?.Top ?? state.News);
        var next = Next(root);
        state = next is null ? state with { News = top, Walk = null } : state with { Walk = new(top, next) };
        var (items, rejected) = Items(channel, messages);
        var scans = next is null || options.Profile.Patient;
        return new SourcePage(items, PageEnd.More) { Next = (mark with { Scanning = scans, Round = mark.Round + 1 }).With(channel, state).ToString(), Rejected = rejected };
    }

    private async Task<PageAnswer> ScanAsync(SlackMark mark, string channel, SlackChannelMark state, SlackScan scan, CancellationToken cancellationToken)
    {
        var (root, failure, clock) = await slack.AskAsync("conversations.history", [("channel", channel), ("oldest", scan.From), ("limit", limit), ("cursor", scan.Cursor)], cancellationToken);
        if (failure is { Kind: FailureKind.TokenRefused } && scan.Cursor is not null) return Again(mark, channel, state with { Scan = null });
        if (failure is not null) return failure;
        if (Messages(root, ts => string.CompareOrdinal(ts, scan.From) > 0) is not { } messages) return SlackApi.Unreadable();
        if (await slack.MeetAsync(messages, cancellationToken) is { } unknown) return unknown;
        // By the slower of both clocks: what is answered after this the next look finds.
        var began = clock < time.GetUtcNow() ? clock.Value : time.GetUtcNow();
        if (state.Scan is null) scan = scan with { Top = Newest(messages, clock is null ? scan.Top : Later(scan.Top, SlackPosts.Ts(began - TimeSpan.FromMinutes(1)))) };
        var fresh = messages.Where(message => message.Count("reply_count") > 0 && (message.Text("latest_reply") is not { } latest || string.CompareOrdinal(latest, state.Replies) > 0));
        scan = scan with { Cursor = Next(root), Read = Next(root) is null, Threads = [.. scan.Threads.Concat(fresh.Select(message => message.Text("ts")!)).Distinct()] };
        var (items, rejected) = Items(channel, messages);
        return Scanned(items, rejected, mark, channel, state, scan);
    }

    private async Task<PageAnswer> AnswersAsync(SlackMark mark, string channel, SlackChannelMark state, SlackScan scan, CancellationToken cancellationToken)
    {
        var thread = scan.Threads[0];
        var (root, failure, _) = await slack.AskAsync(
            "conversations.replies", [("channel", channel), ("ts", thread), ("oldest", state.Replies), ("limit", limit), ("cursor", scan.ThreadCursor)], cancellationToken);
        if (failure is { Kind: FailureKind.TokenRefused } && scan.ThreadCursor is not null) return Again(mark, channel, state with { Scan = scan with { ThreadCursor = null } });
        var without = scan with { Threads = [.. scan.Threads.Skip(1)], ThreadCursor = null };
        if (failure is { Kind: FailureKind.Misconfigured } && failure.Reason.Contains("thread_not_found", StringComparison.Ordinal)) return Scanned([], [], mark, channel, state, without);
        if (failure is not null) return failure;
        // Every page begins with the thread's first message.
        if (Messages(root, _ => true) is not { } messages || messages.Any(message => message.Text("ts") != thread && message.Text("thread_ts") != thread)) return SlackApi.Unreadable();
        if (await slack.MeetAsync(messages, cancellationToken) is { } unknown) return unknown;
        var (items, rejected) = Items(channel, messages);
        return Scanned(items, rejected, mark, channel, state, Next(root) is { } next ? scan with { ThreadCursor = next } : without);
    }

    private SourcePage Scanned(IReadOnlyList<PageItem> items, IReadOnlyList<string> rejected, SlackMark mark, string channel, SlackChannelMark state, SlackScan scan)
    {
        var done = scan.Read && scan.Threads.Count == 0;
        state = done ? state with { Scan = null, Replies = Later(state.Replies, scan.Top), Scanned = time.GetUtcNow() } : state with { Scan = scan };
        if (done || options.Profile.Patient) return Passed(items, rejected, mark, channel, state);
        return new SourcePage(items, PageEnd.More) { Next = (mark with { Round = mark.Round + 1 }).With(channel, state).ToString(), Rejected = rejected };
    }

    // The turn goes to the next channel; a round ends with the last one.
    private SourcePage Passed(IReadOnlyList<PageItem> items, IReadOnlyList<string> rejected, SlackMark mark, string channel, SlackChannelMark state)
    {
        var turn = (mark.Turn + 1) % channels.Count;
        var next = (mark with { Turn = turn, Scanning = false, Round = mark.Round + 1 }).With(channel, state);
        return new(items, turn == 0 ? PageEnd.Complete : PageEnd.More) { Next = next.ToString(), Rejected = rejected };
    }

    private static SourcePage Again(SlackMark mark, string channel, SlackChannelMark state) =>
        new([], PageEnd.More) { Next = (mark with { Round = mark.Round + 1 }).With(channel, state).ToString() };

    private async Task<(JsonElement? Message, PageFailure? Failure)> FindAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        foreach (var method in new[] { "conversations.history", "conversations.replies" })
        {
            var thread = method == "conversations.replies" ? ts : null;
            var (root, failure, _) = await slack.AskAsync(method, [("channel", channel), ("ts", thread), ("oldest", ts), ("latest", ts), ("inclusive", "true"), ("limit", "2")], cancellationToken);
            if (failure is { Kind: FailureKind.Misconfigured } && failure.Reason.Contains("thread_not_found", StringComparison.Ordinal)) return (null, null);
            if (failure is not null) return (null, failure);
            if (Messages(root, _ => true) is not { } messages) return (null, SlackApi.Unreadable());
            if (messages.FindIndex(message => message.Text("ts") == ts) is not (>= 0 and var at)) continue;
            return (messages[at], await slack.MeetAsync([messages[at]], cancellationToken));
        }

        return (null, null);
    }

    private (string Channel, string Ts)? Split(string id) =>
        id.Split('/') is [var channel, var ts] && SlackPosts.IsTs(ts) && channels.Any(known => known.Id == channel) ? (channel, ts) : null;

    // A message that is not where it was asked for belongs to another answer.
    private static List<JsonElement>? Messages(JsonElement root, Func<string, bool> belongs) =>
        root.Field("messages").ValueKind == JsonValueKind.Array && root.List("messages").ToList() is var messages && messages.TrueForAll(message => message.Text("ts") is not { } ts || belongs(ts)) ? messages : null;

    private static string? Next(JsonElement root) => root.Field("response_metadata").Text("next_cursor");

    private static string Newest(IEnumerable<JsonElement> messages, string least) => messages.Select(message => message.Text("ts")).OfType<string>().Where(SlackPosts.IsTs).Aggregate(least, Later);

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) >= 0 ? one : other;

    private (IReadOnlyList<PageItem> Items, IReadOnlyList<string> Rejected) Items(string channel, IEnumerable<JsonElement> messages)
    {
        var (items, rejected) = (new List<PageItem>(), new List<string>());
        foreach (var message in messages.Where(SlackPosts.IsSaid))
        {
            if (posts.Of(message, channel) is { } post) items.Add(new(post));
            else rejected.Add($"a message without author or instant: {PostFormatException.Shown(message.Text("ts") ?? "?")}");
        }

        items.Reverse();
        return (items, rejected);
    }
}
