using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>A JSON Feed with pages.</summary>
internal sealed class PagedFeedStub : FeedStub
{
    public override int PageSize => 20;

    public override bool HasPages => true;

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        var before = int.Parse(request.Query["before"].FirstOrDefault() ?? "1000000", CultureInfo.InvariantCulture);
        var page = posts.Where(post => post.Number < before).Reverse().Take(PageSize).ToList();
        var more = page.Count > 0 && page[^1].Number > posts[0].Number;
        return new(JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = "Forum",
            next_url = more ? $"/feed.json?key={Secret}&before={page[^1].Number}" : null,
            items = page.Select(post => new { id = $"urn:post:{post.Number}", date_published = post.At.ToString("O"), content_text = post.Text }),
        }));
    }
}
