using System.Globalization;
using System.Net;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Json;

namespace Listening.Sources.Mastodon;

/// <summary>
/// Reads listings forward by <c>min_id</c>, which gives what is immediately newer; <c>since_id</c> would give the newest and leave out what lies between. An empty answer
/// is no proof that there is nothing, so every fifth run looks at the newest page too, and walks down from it when that does not meet what is known.
/// </summary>
internal sealed class MastodonListings(MastodonServer server, MastodonIds ids, MastodonPosts posts)
{
    private const int PlainEvery = 5;

    public async Task<PageAnswer> ReadAsync(MastodonListing listing, PageRequest request, CancellationToken cancellationToken)
    {
        var (path, unknown) = await PathAsync(listing, cancellationToken);
        if (path is null) return (PageAnswer?)unknown ?? new SourcePage([], PageEnd.Complete);
        if (request.After is not { } after) return await FirstAsync(listing, path, request, cancellationToken);
        var mark = MastodonMark.Read(after);
        var walks = mark.Floor is not null;
        var (page, failure) = await GetAsync($"{path}&{(walks ? "max_id" : "min_id")}={Uri.EscapeDataString(mark.Id)}", cancellationToken);
        if (failure is not null) return failure;
        if (page!.Entries.Any(entry => MastodonMark.IsAbove(entry.Text("id")!, mark.Id) == walks || entry.Text("id") == mark.Id))
            return new PageFailure(FailureKind.Unreadable, $"{server.Address.Host} answered for another page");
        if (walks) return await WalkedAsync(listing, page, mark, cancellationToken);
        if (page.Entries.Count > 0) return await TakeAsync(listing, page, PageEnd.More, page.Newest, null, cancellationToken);
        // Without a note it only reads again what was read.
        if (!int.TryParse(request.Memo, NumberStyles.None, CultureInfo.InvariantCulture, out var run)) return new SourcePage([], PageEnd.Complete);
        var memo = ((run + 1) % PlainEvery).ToString(CultureInfo.InvariantCulture);
        return run == 0 ? await PlainAsync(listing, path, mark.Id, memo, cancellationToken) : new SourcePage([], PageEnd.Complete) { Memo = memo };
    }

    private async Task<PageAnswer> FirstAsync(MastodonListing listing, string path, PageRequest request, CancellationToken cancellationToken)
    {
        var (page, failure) = await GetAsync(path, cancellationToken);
        if (failure is not null) return failure;
        if (page!.Entries.Count == 0) return new SourcePage([], PageEnd.Complete) { Memo = "1" };
        var (newest, start) = (page.Entries[0], default(string));
        if (!listing.Notifications && request.Since is { } since) start = MastodonMark.Before(since, newest.Text("id")!, newest.Instant("created_at"));
        return start is not null
            ? new SourcePage([], PageEnd.More) { Next = start, Memo = "1" }
            : await TakeAsync(listing, page, PageEnd.Complete, page.Newest, "1", cancellationToken);
    }

    private async Task<PageAnswer> PlainAsync(MastodonListing listing, string path, string known, string memo, CancellationToken cancellationToken)
    {
        var (page, failure) = await GetAsync(path, cancellationToken);
        if (failure is not null) return failure;
        if (page!.Newest is null || !MastodonMark.IsAbove(page.Newest, known)) return await TakeAsync(listing, page, PageEnd.Complete, null, memo, cancellationToken);
        return page.Reaches(known)
            ? await TakeAsync(listing, page, PageEnd.Complete, page.Newest, memo, cancellationToken)
            : await TakeAsync(listing, page, PageEnd.More, new MastodonMark(page.Oldest!, known, page.Newest).ToString(), memo, cancellationToken);
    }

    private Task<PageAnswer> WalkedAsync(MastodonListing listing, MastodonPage page, MastodonMark mark, CancellationToken cancellationToken) =>
        page.Entries.Count == 0 || page.Reaches(mark.Floor!)
            ? TakeAsync(listing, page, PageEnd.Complete, mark.Top, null, cancellationToken)
            : TakeAsync(listing, page, PageEnd.More, (mark with { Id = page.Oldest! }).ToString(), null, cancellationToken);

    private async Task<PageAnswer> TakeAsync(MastodonListing listing, MastodonPage page, PageEnd end, string? next, string? memo, CancellationToken cancellationToken)
    {
        var statuses = page.Entries.Reverse().Select(entry => listing.Notifications ? entry.Field("status") : entry).Where(JsonFields.IsObject).ToList();
        return await TakeAsync(statuses, cancellationToken) is var (items, rejected, failure) && failure is not null
            ? failure
            : new SourcePage([.. items.Select(item => new PageItem(item))], end) { Next = next, Memo = memo, Rejected = rejected };
    }

    /// <summary>The posts of statuses that may be taken, in their order.</summary>
    public async Task<(IReadOnlyList<Collecting.Post> Posts, IReadOnlyList<string> Rejected, PageFailure? Failure)> TakeAsync(
        IEnumerable<JsonElement> statuses, CancellationToken cancellationToken)
    {
        var open = statuses.Select(MastodonPosts.Inner).Where(MastodonPosts.IsOpen).ToList();
        if (await ids.LearnAsync(open, cancellationToken) is { } failure) return ([], [], failure);
        var read = open.Select(posts.Of).ToList();
        var broken = read.Count(post => post is null);
        return ([.. read.OfType<Collecting.Post>()], [.. Enumerable.Repeat("a status has no identity, author or instant", broken)], null);
    }

    private async Task<(string? Path, PageFailure? Failure)> PathAsync(MastodonListing listing, CancellationToken cancellationToken)
    {
        if (listing.Account is not { } handle) return (listing.Path, null);
        if (!server.Memory.Accounts.TryGetValue(handle, out var id))
        {
            var sent = await server.SendAsync($"api/v1/accounts/lookup?acct={Uri.EscapeDataString(handle)}", cancellationToken);
            if (sent.Status == HttpStatusCode.NotFound) return (null, new(FailureKind.Misconfigured, $"{server.Address.Host} does not know the account {handle}"));
            var answer = server.Read(sent);
            if (answer.Failure is { } failure) return (null, failure);
            if (answer.Root.Text("id") is not { } found) return (null, JsonAnswer.Unreadable(sent).Failure);
            server.Memory.Accounts[handle] = id = found;
        }

        return ($"api/v1/accounts/{Uri.EscapeDataString(id)}/{listing.Path}", null);
    }

    private async Task<(MastodonPage? Page, PageFailure? Failure)> GetAsync(string path, CancellationToken cancellationToken) =>
        MastodonPage.Read(server, await server.SendAsync(path, cancellationToken));
}
