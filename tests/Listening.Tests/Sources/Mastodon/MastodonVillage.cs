using System.Globalization;
using System.Text.Json.Nodes;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Mastodon;

/// <summary>A small Mastodon server with people who write: hashtags, accounts, statuses, conversations, and posting by an account whose token is the stub's secret.</summary>
internal sealed class MastodonVillage
{
    private readonly Dictionary<string, string> kept = [];

    public List<JsonNode> Statuses { get; } = [];

    /// <summary>Whether <c>statuses?id[]=</c> is known here.</summary>
    public bool KnowsSeveral { get; init; } = true;

    public DateTimeOffset Now { get; set; } = Some.Instant;

    public string Write(string author, string text, string? inReplyTo = null, string visibility = "public", Action<JsonNode>? also = null)
    {
        Now = Now.AddSeconds(10);
        var id = MastodonTimeline.Id(Now, 0).ToString(CultureInfo.InvariantCulture);
        var status = MastodonTimeline.Status(id, text, Now, author, inReplyTo, visibility);
        also?.Invoke(status);
        Statuses.Add(status);
        return id;
    }

    public static string Uri(string author, string id) => $"https://example.org/users/{author}/statuses/{id}";

    public StubAnswer Answer(HttpRequest request)
    {
        var path = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[2..];
        return path switch
        {
            ["timelines", "tag", _] => Timeline(request, Statuses.Where(status => Text(status, "visibility") == "public" && Text(status, "content").Contains("#train", StringComparison.Ordinal))),
            ["accounts", "lookup"] => new(new JsonObject { ["id"] = request.Query["acct"].ToString().Split('@')[0] }.ToJsonString()),
            ["accounts", "verify_credentials"] => new("""{"id":"acme"}"""),
            ["accounts", var account, "statuses"] => Timeline(request, Statuses.Where(status => Author(status) == account)),
            ["notifications"] => Timeline(request, Statuses.Where(status => Text(status, "content").Contains("@acme", StringComparison.Ordinal)), status => new JsonObject
            {
                ["id"] = Text(status, "id"), ["type"] = "mention", ["status"] = status,
            }),
            ["search"] => new(new JsonObject { ["statuses"] = List(Statuses.Where(status => Text(status, "uri") == request.Query["q"])) }.ToJsonString()),
            ["statuses"] when request.Method == "POST" => Post(request),
            ["statuses"] when !KnowsSeveral => new("""{"error":"Not found"}""", Status: 404),
            ["statuses"] => new(List(Statuses.Where(status => request.Query["id[]"].Contains(Text(status, "id")))).ToJsonString()),
            ["statuses", var id] => Statuses.Find(status => Text(status, "id") == id) is { } one ? new(one.ToJsonString()) : new("""{"error":"Record not found"}""", Status: 404),
            ["statuses", var id, "context"] => new(new JsonObject { ["ancestors"] = List(Above(id)), ["descendants"] = List(Below(id)) }.ToJsonString()),
            _ => new("""{"error":"Not found"}""", Status: 404),
        };
    }

    private StubAnswer Post(HttpRequest request)
    {
        var form = request.Form;
        if (request.Headers.Authorization != $"Bearer {ConnectorStub.Secret}") return new("""{"error":"The access token is invalid"}""", Status: 401);
        if (form["status"].ToString().Length > 500) return new("""{"error":"Validation failed: Text character limit of 500 exceeded"}""", Status: 422);
        var key = request.Headers["Idempotency-Key"].ToString();
        if (!kept.TryGetValue(key, out var id)) kept[key] = id = Write("acme", form["status"].ToString(), form["in_reply_to_id"].ToString(), form["visibility"].ToString());
        return new(Statuses.Single(status => Text(status, "id") == id).ToJsonString());
    }

    private static StubAnswer Timeline(HttpRequest request, IEnumerable<JsonNode> statuses, Func<JsonNode, JsonNode>? entry = null) =>
        MastodonTimeline.Answer(request, statuses.Select(status => (Text(status, "id"), entry is null ? status.DeepClone() : entry(status.DeepClone()))), 40);

    private List<JsonNode> Above(string id)
    {
        var above = new List<JsonNode>();
        for (var at = Parent(id); at is not null; at = Parent(Text(at, "id"))) above.Insert(0, at);
        return above;
    }

    private JsonNode? Parent(string id) => Statuses.Find(status => Text(status, "id") == id)?["in_reply_to_id"] is { } parent ? Statuses.Find(status => Text(status, "id") == (string)parent!) : null;

    private IEnumerable<JsonNode> Below(string id) =>
        Statuses.Where(status => (string?)status["in_reply_to_id"] == id).SelectMany(status => Below(Text(status, "id")).Prepend(status));

    private static JsonArray List(IEnumerable<JsonNode> statuses) => [.. statuses.Select(status => status.DeepClone())];

    private static string Author(JsonNode status) => (string)status["account"]!["acct"]!;

    private static string Text(JsonNode status, string name) => (string)status[name]!;
}
