using System.Globalization;
using System.Text.Json.Nodes;
using Listening.Tests.Sources.Mastodon;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>What an account of a Mastodon server is told, and what the server's search finds: the same posts, under one identity.</summary>
internal sealed class MastodonMentionsStub : MastodonStub
{
    public override IReadOnlyDictionary<string, string> Settings(Uri stub) => new Dictionary<string, string>(base.Settings(stub)) { ["token"] = Secret, ["terms"] = "my train" };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        if (request.Headers.Authorization != $"Bearer {Secret}") return new("""{"error":"The access token is invalid"}""", Status: 401);
        if (request.Path.StartsWithSegments("/api/v1/timelines")) return new("[]");
        if (request.Path.StartsWithSegments("/api/v2/search")) return Search(request, posts);
        var notifications = Entries(posts).Select((entry, index) =>
        {
            var id = (index + 1).ToString(CultureInfo.InvariantCulture);
            return (id, (JsonNode)new JsonObject { ["id"] = id, ["type"] = "mention", ["status"] = entry.Entry });
        });
        return MastodonTimeline.Answer(request, notifications, PageSize);
    }

    private StubAnswer Search(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        var offset = int.Parse(request.Query["offset"].ToString(), CultureInfo.InvariantCulture);
        // The real one gives as many as are asked for.
        var found = Entries(posts).Reverse().Skip(offset).Take(40).Select(entry => entry.Entry).ToArray();
        return new(new JsonObject { ["accounts"] = new JsonArray(), ["statuses"] = new JsonArray(found), ["hashtags"] = new JsonArray() }.ToJsonString());
    }
}
