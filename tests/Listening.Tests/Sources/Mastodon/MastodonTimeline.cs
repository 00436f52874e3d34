using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Mastodon;

/// <summary>
/// A listing as Mastodon gives it (app/models/concerns/paginable.rb): <c>min_id</c> gives what is immediately above, <c>since_id</c> the newest above, <c>max_id</c> what is
/// below; the newest first in each case, with the Link header.
/// </summary>
internal static class MastodonTimeline
{
    private const int Shift = 16;

    public static StubAnswer Answer(HttpRequest request, IEnumerable<(string Id, JsonNode Entry)> entries, int most)
    {
        var query = request.Query;
        var limit = Math.Min(int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 20, most);
        var (min, since, max) = (query["min_id"].FirstOrDefault(), query["since_id"].FirstOrDefault(), query["max_id"].FirstOrDefault());
        var wanted = entries.Where(entry => (max is null || IsAbove(max, entry.Id)) && (min is null || IsAbove(entry.Id, min)) && (since is null || IsAbove(entry.Id, since)))
            .OrderBy(entry => entry.Id.Length).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        var page = (min is null ? wanted.TakeLast(limit) : wanted.Take(limit)).Reverse().ToList();
        var answer = new StubAnswer(new JsonArray([.. page.Select(entry => entry.Entry)]).ToJsonString());
        if (page.Count == 0) return answer;
        var here = $"{request.Scheme}://{request.Host}{request.Path}?limit={limit}";
        var previous = $"<{here}&min_id={page[0].Id}>; rel=\"prev\"";
        return answer with { Headers = new Dictionary<string, string> { ["Link"] = page.Count == limit ? $"<{here}&max_id={page[^1].Id}>; rel=\"next\", {previous}" : previous } };
    }

    public static bool IsAbove(string id, string other) => id.Length != other.Length ? id.Length > other.Length : string.CompareOrdinal(id, other) > 0;

    /// <summary>An id as Mastodon makes it: milliseconds, and a number that makes it the server's only one.</summary>
    public static ulong Id(DateTimeOffset at, ulong above) => Math.Max(((ulong)at.ToUnixTimeMilliseconds()) << Shift, above + 1);

    public static JsonNode Status(string id, string text, DateTimeOffset at, string author = "ana", string? inReplyTo = null, string visibility = "public") => JsonSerializer.SerializeToNode(new
    {
        id,
        created_at = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        in_reply_to_id = inReplyTo,
        visibility,
        uri = $"https://example.org/users/{author}/statuses/{id}",
        url = $"https://example.org/@{author}/{id}",
        content = $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>",
        account = new { id = author, acct = author, display_name = author, uri = $"https://example.org/users/{author}", followers_count = 3 },
        mentions = Array.Empty<object>(),
        something_new = new[] { 1, 2 },
    })!;
}
