using System.Net;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.X;

/// <summary>
/// Reads X's recent search (docs.x.com/x-api/posts/search), which goes back seven days, and mentions of accounts, where they are wanted by themselves. Every post and every author that comes is
/// paid for, so no page is asked for that the day's budget might not cover.
/// </summary>
internal sealed class XReader : ISourceReader, IThreadReader, IPostChecker, IReplyChannel
{
    private const string Search = "search";
    private const string Mentions = "mentions:";
    private const int CostOfUser = 2;
    private const int LeastPosts = 10;
    private const int MostPosts = 100;

    // Seven days, and a minute for the request to get there.
    private static readonly TimeSpan Window = TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
    private readonly XApi api;
    private readonly XLookup lookup;
    private readonly XReplies replies;

    public XReader(XApi api)
    {
        (this.api, lookup, replies) = (api, new(api), new(api));
        Streams = [Stream(Search), .. api.Options.Mentioned.Select(handle => Stream(Mentions + handle.ToLowerInvariant()))];
    }

    public IReadOnlyList<SourceStream> Streams { get; }

    public int MostIds => XLookup.Most;

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (now, today) = (api.Now, api.Budget.Day);
        var mark = request.After is { } after ? XMark.Read(after) : new(today, 0) { Start = Later(request.Since ?? now - Window, now - Window) };
        if (mark is null) return Forgotten();
        if (mark.Start is { } start) mark = mark with { Start = Later(start, now - Window) };
        api.Budget.Learn(mark.Day, mark.Spent);
        if (Affordable() < LeastPosts) return api.UsedUp;
        var (path, failure) = await PathAsync(request.Stream, mark, cancellationToken);
        if (path is null) return failure!;
        var answer = await api.GetAsync(path, cancellationToken);
        return Refusal(answer, mark) ?? Page(answer, mark);
    }

    public Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken) => lookup.ReadThreadAsync(id, resume, cancellationToken);

    public Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => lookup.CheckAsync(ids, cancellationToken);

    public Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken) => replies.SendAsync(draft, cancellationToken);

    private static SourceStream Stream(string name) => new(name, PageDirection.Forward) { FirstReach = TimeSpan.FromDays(1), Overlap = TimeSpan.Zero };

    private int Affordable() => Math.Min(api.Budget.Left / XApi.CostOfPost, MostPosts);

    private async Task<(string? Path, PageFailure? Failure)> PathAsync(string stream, XMark mark, CancellationToken cancellationToken)
    {
        if (stream == Search) return ($"2/tweets/search/recent?query={Uri.EscapeDataString(api.Options.Query)}&sort_order=recency&{Query(mark, "next_token")}", null);
        var (account, failure) = await AccountAsync(stream[Mentions.Length..], cancellationToken);
        return account is null ? (null, failure) : ($"2/users/{account}/mentions?{Query(mark, "pagination_token")}", null);
    }

    private async Task<(string? Id, PageFailure? Failure)> AccountAsync(string handle, CancellationToken cancellationToken)
    {
        if (api.Memory.Accounts.TryGetValue(handle, out var known)) return (known, null);
        var answer = await api.GetAsync($"2/users/by/username/{Uri.EscapeDataString(handle)}", cancellationToken);
        api.Budget.Spend(CostOfUser);
        if (api.Failure(answer) is { } failure) return (null, failure);
        if (JsonAnswer.Parse(answer.Body) is not { } root) return (null, JsonAnswer.Unreadable(answer).Failure);
        return root.Field("data").Text("id") is { } id && XPosts.IsId(id)
            ? (api.Memory.Accounts[handle] = id, null)
            : (null, new(FailureKind.Misconfigured, $"X does not know the account {PostFormatException.Shown(handle)}"));
    }

    private string Query(XMark mark, string pageName)
    {
        var query = FormattableString.Invariant($"max_results={Affordable()}&{XApi.Fields}");
        if (mark.Since is not null) query += $"&since_id={mark.Since}";
        else if (mark.Start is { } from) query += FormattableString.Invariant($"&start_time={from.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        return mark.Token is null ? query : $"{query}&{pageName}={Uri.EscapeDataString(mark.Token)}";
    }

    private PageAnswer? Refusal(OutgoingAnswer answer, XMark mark)
    {
        if (answer.Status != HttpStatusCode.BadRequest) return api.Failure(answer);
        // A token that is not taken any more begins the walk anew; an id that is too old for the search leaves a gap.
        if (mark.Token is not null) return new SourcePage([], PageEnd.More) { Next = (mark with { Token = null, Top = null }).ToString() };
        return mark.Since is not null && answer.Text().Contains("since_id", StringComparison.Ordinal) ? Forgotten() : answer.Failure;
    }

    private PageAnswer Page(OutgoingAnswer answer, XMark mark)
    {
        // An answer without posts has no list of them.
        if (JsonAnswer.Parse(answer.Body) is not { } root || !root.Field("meta").IsObject()) return new PageFailure(FailureKind.Unreadable, $"{answer.Address.Host} sent something that is not X's answer");
        var page = XPage.Read(root);
        api.Budget.Spend(page.Cost);
        if (mark.Since is { } since && page.Ids.Any(id => string.CompareOrdinal(Positions.OfId(id), Positions.OfId(since)) <= 0))
            return new PageFailure(FailureKind.Unreadable, $"{answer.Address.Host} answered for another page");
        var (top, token) = (page.Ids.Append(mark.Top).OfType<string>().MaxBy(Positions.OfId, StringComparer.Ordinal), root.Field("meta").Text("next_token"));
        mark = mark with { Day = api.Budget.Day, Spent = api.Budget.Spent };
        mark = token is null ? mark with { Since = top ?? mark.Since, Top = null, Token = null } : mark with { Top = top, Token = token };
        return new SourcePage([.. page.Posts.Reverse().Select(post => new PageItem(post))], token is null ? PageEnd.Complete : PageEnd.More) { Next = mark.ToString(), Rejected = page.Rejected };
    }

    private static PageFailure Forgotten() => new(FailureKind.TokenRefused, "the place where the last run stopped is older than the search");

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
