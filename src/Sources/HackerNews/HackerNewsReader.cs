using System.Globalization;
using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.HackerNews;

/// <summary>
/// Reads Hacker News by its search, one listing a phrase and one an account. The search takes a hit in some minutes late, so every run reads the ten minutes before the newest
/// hit of the last one again, and one an hour the last hours.
/// </summary>
internal sealed class HackerNewsReader : ISourceReader, IThreadReader, IPostChecker
{
    private const int HitsPerPage = 200;
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstReach = TimeSpan.FromDays(7);

    // Ten thousand an hour are borne; this is less.
    private static readonly RequestRate Rate = new(50, TimeSpan.FromSeconds(25));
    private readonly OutgoingHttp http;
    private readonly TimeProvider time;
    private readonly (Uri Search, Uri Items) addresses;
    private readonly Dictionary<string, string> questions = new(StringComparer.Ordinal);

    public HackerNewsReader(OutgoingHttp http, TimeProvider time, Uri search, Uri items, IReadOnlyList<string> terms, IReadOnlyList<string> accounts)
    {
        (this.http, this.time, addresses) = (http, time, (search, items));
        foreach (var term in terms) questions.TryAdd($"search:{term}", $"query={Uri.EscapeDataString(Quoted(term))}&tags=(story,comment,poll)");
        foreach (var account in accounts) questions.TryAdd($"account:{account}", $"query=&tags=(story,comment,poll),author_{Uri.EscapeDataString(account)}");
        Streams = [.. questions.Keys.Select(name => new SourceStream(name, PageDirection.Backward) { FirstReach = FirstReach })];
    }

    public IReadOnlyList<SourceStream> Streams { get; }

    public int MostIds => 20;

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Token(request) is not { } token) return new PageFailure(FailureKind.TokenRefused, "the place where the last run stopped cannot be read");
        var filters = string.Create(CultureInfo.InvariantCulture, $"created_at_i>={token.From},created_at_i<={token.To}");
        var query = string.Create(CultureInfo.InvariantCulture, $"{questions[request.Stream]}&typoTolerance=false&advancedSyntax=true&hitsPerPage={HitsPerPage}&page={token.Page}");
        var (answer, host) = (await GetAsync(new(addresses.Search, $"api/v1/search_by_date?{query}&numericFilters={Uri.EscapeDataString(filters)}"), cancellationToken), addresses.Search.Host);
        if (answer.Failure is { } failure) return failure;
        var hits = answer.Root.List("hits").ToList();
        if (answer.Root.Field("hits").ValueKind != JsonValueKind.Array || answer.Root.Count("page") != token.Page || answer.Root.Count("nbPages") is not { } pages)
            return new PageFailure(FailureKind.Unreadable, $"{host} sent something that is no page of hits");
        var seconds = hits.Select(hit => hit.Count("created_at_i")).OfType<long>().ToList();
        if (seconds.Exists(second => second < token.From || second > token.To)) return new PageFailure(FailureKind.Unreadable, $"{host} answered for another page");
        return Page(request, token, hits, seconds, token.Page + 1 < pages);
    }

    public async Task<PageAnswer> ReadThreadAsync(string id, string? resume, CancellationToken cancellationToken)
    {
        if (!IsId(id)) return new SourcePage([], PageEnd.Complete);
        var request = new OutgoingRequest(new(addresses.Search, $"api/v1/items/{id}")) { Rate = Rate };
        var sent = await http.SendAsync(request, cancellationToken);
        // The search does not know it any more, or not yet.
        if (sent.Status == System.Net.HttpStatusCode.NotFound) return new SourcePage([], PageEnd.Complete);
        var answer = JsonAnswer.Read(sent);
        if (answer.Failure is { } failure) return failure;
        if (!answer.Root.IsObject()) return JsonAnswer.Unreadable(sent).Failure!;
        var items = new List<PageItem>();
        if (answer.Root.Text("parent_id") is { } parent)
        {
            var above = await GetAsync(Item(parent), cancellationToken);
            if (above.Failure is { } missed) return missed;
            if (IsThere(above.Root) && HackerNewsPosts.OfItem(above.Root) is { } post) items.Add(new(post));
        }

        Gather(answer.Root, items);
        return new SourcePage(items, PageEnd.Complete);
    }

    public async Task<PageAnswer> CheckAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var (posts, missing) = (new List<Post>(), new List<string>());
        foreach (var id in ids.Where(IsId))
        {
            var answer = await GetAsync(Item(id), cancellationToken);
            if (answer.Failure is { } failure) return failure;
            if (answer.Root.Flag("deleted")) missing.Add(id);
            else if (IsThere(answer.Root) && HackerNewsPosts.OfItem(answer.Root) is { } post) posts.Add(post);
        }

        return new CheckedPosts(posts, missing);
    }

    private HackerNewsToken? Token(PageRequest request)
    {
        if (request.Resume is { } resume) return HackerNewsToken.Read(resume);
        var now = time.GetUtcNow();
        var newest = long.TryParse(request.Memo, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) - Overlap : now - FirstReach;
        return new((request.Since ?? newest).ToUnixTimeSeconds(), (now + Overlap).ToUnixTimeSeconds(), 0);
    }

    private static SourcePage Page(PageRequest request, HackerNewsToken token, List<JsonElement> hits, List<long> seconds, bool more)
    {
        var (items, rejected) = (new List<PageItem>(), new List<string>());
        foreach (var hit in hits)
        {
            if (HackerNewsPosts.OfHit(hit) is { } post) items.Add(new(post));
            else rejected.Add("a hit has no id, author or instant");
        }

        more = more && seconds.Count > 0;
        return new(items, more ? PageEnd.More : PageEnd.Complete)
        {
            Next = more ? token.Behind(seconds.Min()).ToString() : null,
            Memo = request.Resume is null && seconds.Count > 0 ? seconds.Max().ToString(CultureInfo.InvariantCulture) : null,
            Rejected = rejected,
        };
    }

    // By hand and not by recursion; a parent stands before its answers.
    private static void Gather(JsonElement root, List<PageItem> items)
    {
        var open = new Queue<JsonElement>([root]);
        while (open.TryDequeue(out var branch))
        {
            if (HackerNewsPosts.OfBranch(branch) is { } post) items.Add(new(post));
            foreach (var child in branch.List("children")) open.Enqueue(child);
        }
    }

    private async Task<JsonAnswer> GetAsync(Uri address, CancellationToken cancellationToken) =>
        JsonAnswer.Read(await http.SendAsync(new(address) { Rate = Rate }, cancellationToken));

    private Uri Item(string id) => new(addresses.Items, $"v0/item/{id}.json");

    // A missing item is `null`; a dead one was hidden by moderators or readers and may come back.
    private static bool IsThere(JsonElement item) => item.IsObject() && !item.Flag("deleted") && !item.Flag("dead");

    private static bool IsId(string id) => id.Length is > 0 and < 20 && id.All(char.IsAsciiDigit);

    private static string Quoted(string term) => $"\"{term.Replace("\"", "", StringComparison.Ordinal)}\"";
}
