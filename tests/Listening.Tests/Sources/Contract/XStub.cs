using System.Globalization;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.X;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>X's recent search: newest first, an exclusive <c>since_id</c>, the next page behind a token, and no list where there is no post.</summary>
internal sealed class XStub : ConnectorStub
{
    private const long First = 1_800_000_000_000_000_000;

    public override IConnector Build(OutgoingHttp http, TimeProvider time) => new XConnector(http, time);

    public override IReadOnlyDictionary<string, string> Settings(Uri stub) =>
        new Dictionary<string, string> { ["address"] = stub.AbsoluteUri, ["token"] = Secret, ["query"] = "train", ["reads"] = "1000000" };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        if (request.Headers.Authorization != $"Bearer {Secret}") return new("""{"title":"Unauthorized","type":"about:blank","status":401}""", Status: 401);
        var since = long.Parse(request.Query["since_id"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var before = long.Parse(request.Query["next_token"].FirstOrDefault() ?? "9000000000000000000", CultureInfo.InvariantCulture);
        var start = DateTimeOffset.Parse(request.Query["start_time"].FirstOrDefault() ?? "2000-01-01T00:00:00Z", CultureInfo.InvariantCulture);
        var all = posts.Where(post => First + post.Number > since && First + post.Number < before && post.At >= start).Reverse().ToList();
        var page = all.Take(PageSize).ToList();
        var meta = new Dictionary<string, object> { ["result_count"] = page.Count };
        if (all.Count > PageSize) meta["next_token"] = Id(page[^1]);
        if (page.Count == 0) return new(JsonSerializer.Serialize(new { meta }));
        return new(JsonSerializer.Serialize(new
        {
            data = page.Select(post => new { id = Id(post), text = post.Text, author_id = "7", created_at = post.At.UtcDateTime.ToString("O"), edit_history_tweet_ids = new[] { Id(post) } }),
            includes = new { users = new[] { new { id = "7", username = "ana", name = "Ana" } } },
            meta,
        }));
    }

    private static string Id(StubPost post) => (First + post.Number).ToString(CultureInfo.InvariantCulture);
}
