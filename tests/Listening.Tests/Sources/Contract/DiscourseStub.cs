using System.Globalization;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Discourse;
using Listening.Sources.Http;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>A forum's newest posts by its API: those among fifty ids below a bound.</summary>
internal sealed class DiscourseStub : ConnectorStub
{
    public override int PageSize => 50;

    public override IConnector Build(OutgoingHttp http, TimeProvider time) => new DiscourseConnector(http, time);

    public override IReadOnlyDictionary<string, string> Settings(Uri stub) => new Dictionary<string, string> { ["forum"] = stub.AbsoluteUri, ["key"] = Secret, ["user"] = "acme" };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        if (request.Headers["Api-Key"] != Secret || request.Headers["Api-Username"] != "acme") return new("""{"errors":["not you"],"error_type":"invalid_access"}""", Status: 403);
        var before = int.TryParse(request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var bound) ? bound : posts.Count;
        var page = posts.Where(post => post.Number <= before && post.Number > before - PageSize).Reverse().Select(post => new
        {
            id = post.Number,
            topic_id = 8,
            post_number = post.Number + 1,
            username = "ana",
            created_at = post.At.UtcDateTime.ToString("O"),
            cooked = $"<p>{System.Net.WebUtility.HtmlEncode(post.Text)}</p>",
            version = 1,
        });
        return new(JsonSerializer.Serialize(new { latest_posts = page }));
    }
}
