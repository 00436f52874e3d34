using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Collecting.Pulling;
using Listening.Sources.Bluesky;
using Listening.Sources.Http;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>
/// A Bluesky service with one account, whose search finds everything: sign-in, views and cursors as the real one writes them (payloads <c>lab-createSession-ok</c> and
/// <c>lab-searchPosts-page1</c>).
/// </summary>
internal sealed class BlueskyStub : ConnectorStub
{
    public override IConnector Build(OutgoingHttp http, TimeProvider time) => new BlueskyConnector(http, time);

    public override IReadOnlyDictionary<string, string> Settings(Uri stub) => new Dictionary<string, string>
    {
        ["handle"] = "listener.test", ["password"] = Secret, ["service"] = stub.AbsoluteUri, ["search"] = "train",
    };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts) => request.Path.Value!.Split('/')[^1] switch
    {
        "com.atproto.server.createSession" or "com.atproto.server.refreshSession" =>
            new($$"""{"accessJwt":"{{Secret}}-access","refreshJwt":"{{Secret}}-refresh","did":"did:plc:listener","handle":"listener.test","active":true}"""),
        _ when request.Headers.Authorization != $"Bearer {Secret}-access" => new("""{"error":"AuthMissing","message":"Authentication Required"}""", Status: 401),
        "app.bsky.feed.searchPosts" => Search(request, posts),
        "app.bsky.feed.getAuthorFeed" => new("""{"feed":[]}"""),
        "app.bsky.notification.listNotifications" => new("""{"notifications":[]}"""),
        var method => new(JsonSerializer.Serialize(new { error = "MethodNotImplemented", message = method }), Status: 501),
    };

    private StubAnswer Search(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        var before = int.Parse(request.Query["cursor"].FirstOrDefault()?.Split("__")[1] ?? "1000000", CultureInfo.InvariantCulture);
        var page = posts.Where(post => post.Number < before).Reverse().Take(PageSize).ToList();
        var answer = new JsonObject { ["posts"] = new JsonArray([.. page.Select(View)]) };
        if (page.Count > 0 && page[^1].Number > posts[0].Number) answer["cursor"] = $"{page[^1].At.ToUnixTimeMilliseconds()}__{page[^1].Number}";
        return new(answer.ToJsonString());
    }

    private static JsonNode View(StubPost post) => new JsonObject
    {
        ["uri"] = $"at://did:plc:customer/app.bsky.feed.post/{post.Number}",
        ["cid"] = $"bafy{post.Number}",
        ["author"] = new JsonObject { ["did"] = "did:plc:customer", ["handle"] = "customer.test" },
        ["record"] = new JsonObject { ["$type"] = "app.bsky.feed.post", ["text"] = post.Text, ["createdAt"] = post.At.ToString("O") },
        ["indexedAt"] = post.At.ToString("O"),
    };
}
