using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Collecting.Pulling;
using Listening.Sources.HackerNews;
using Listening.Sources.Http;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>The public search of Hacker News: newest first, bounded by seconds, in numbered pages.</summary>
internal sealed partial class HackerNewsStub : ConnectorStub
{
    public override IConnector Build(OutgoingHttp http, TimeProvider time) => new HackerNewsConnector(http, time);

    public override IReadOnlyDictionary<string, string> Settings(Uri stub) => new Dictionary<string, string>
    {
        ["terms"] = "my train", ["search-address"] = stub.AbsoluteUri, ["items-address"] = stub.AbsoluteUri,
    };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        var filters = Filters().Match(request.Query["numericFilters"].ToString());
        var (from, to) = (long.Parse(filters.Groups[1].ValueSpan, CultureInfo.InvariantCulture), long.Parse(filters.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        var page = int.Parse(request.Query["page"].ToString(), CultureInfo.InvariantCulture);
        // The real one gives a thousand hits at most, in however many pages.
        var all = posts.Where(post => post.At.ToUnixTimeSeconds() >= from && post.At.ToUnixTimeSeconds() <= to).OrderByDescending(post => post.At).ThenByDescending(post => post.Number).Take(1000).ToList();
        var hits = all.Skip(page * PageSize).Take(PageSize).Select(post => new
        {
            objectID = post.Number.ToString(CultureInfo.InvariantCulture),
            author = "ana",
            created_at_i = post.At.ToUnixTimeSeconds(),
            comment_text = System.Net.WebUtility.HtmlEncode(post.Text),
            parent_id = 1,
            story_id = 1,
        });
        return new(JsonSerializer.Serialize(new { hits, nbHits = all.Count, nbPages = (all.Count + PageSize - 1) / PageSize, page, hitsPerPage = PageSize }));
    }

    [GeneratedRegex("""^created_at_i>=(\d+),created_at_i<=(\d+)$""")]
    private static partial Regex Filters();
}
