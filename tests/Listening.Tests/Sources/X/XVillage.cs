using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.X;

/// <summary>X with a few people: search by conversation, mentions, look-ups, own posts and posting, as its documentation says.</summary>
internal sealed class XVillage(TimeProvider time)
{
    private const string Own = "900";
    private long last = 1_800_000_000_000_000_000;

    public List<JsonObject> Posts { get; } = [];

    /// <summary>Ids that are there and not shown.</summary>
    public HashSet<string> Protected { get; } = [];

    public List<string?> Signatures { get; } = [];

    public string Write(string author, string text, string? inReplyTo = null, string? mentions = null)
    {
        var id = (last += 1000).ToString(CultureInfo.InvariantCulture);
        var post = new JsonObject
        {
            ["id"] = id, ["text"] = text, ["author_id"] = author, ["created_at"] = time.GetUtcNow().UtcDateTime.ToString("O"), ["edit_history_tweet_ids"] = new JsonArray(id),
            ["conversation_id"] = inReplyTo is null ? id : (string)Find(inReplyTo)!["conversation_id"]!,
        };
        if (inReplyTo is not null) post["referenced_tweets"] = new JsonArray(new JsonObject { ["type"] = "replied_to", ["id"] = inReplyTo });
        if (mentions is not null) post["entities"] = new JsonObject { ["mentions"] = new JsonArray(new JsonObject { ["username"] = mentions }) };
        Posts.Add(post);
        return id;
    }

    /// <summary>An edit is a post of its own, and both know of each other.</summary>
    public string Edit(string id, string text)
    {
        var old = Find(id)!;
        var edited = Write((string)old["author_id"]!, text);
        old["edit_history_tweet_ids"] = new JsonArray(id, edited);
        Find(edited)!["edit_history_tweet_ids"] = new JsonArray(id, edited);
        return edited;
    }

    public StubAnswer Answer(HttpRequest request)
    {
        var (path, query) = (request.Path.Value!, request.Query);
        if (path == "/2/tweets" && request.Method == "POST") return Post(request);
        if (path.StartsWith("/2/users/me", StringComparison.Ordinal) || path == $"/2/users/{Own}/tweets") Signatures.Add(request.Headers.Authorization.ToString().Split(' ')[0]);
        return path switch
        {
            "/2/users/me" => new($$$"""{"data":{"id":"{{{Own}}}","username":"acme"}}"""),
            "/2/users/by/username/acme" => new($$$"""{"data":{"id":"{{{Own}}}","username":"acme"}}"""),
            "/2/users/by/username/nobody" => new("""{"errors":[{"value":"nobody","title":"Not Found Error","type":"https://api.twitter.com/2/problems/resource-not-found"}]}"""),
            $"/2/users/{Own}/mentions" => Page(Posts.Where(post => post["entities"] is not null && IsAbove(post, query["since_id"])), query),
            $"/2/users/{Own}/tweets" => Page(Posts.Where(post => (string)post["author_id"]! == Own && string.CompareOrdinal((string)post["created_at"]!, query["start_time"]) >= 0), query),
            "/2/tweets/search/recent" when query["query"].ToString().StartsWith("conversation_id:", StringComparison.Ordinal) =>
                Page(Posts.Where(post => $"conversation_id:{post["conversation_id"]}" == query["query"]), query),
            "/2/tweets/search/recent" => Page([], query),
            "/2/tweets" => Lookup(query["ids"].ToString().Split(',')),
            _ => new("""{"title":"Not Found","status":404}""", Status: 404),
        };
    }

    private StubAnswer Post(HttpRequest request)
    {
        Signatures.Add(request.Headers.Authorization.ToString().Split(' ')[0]);
        var body = JsonNode.Parse(request.Body)!;
        var (text, parent) = ((string)body["text"]!, (string)body["reply"]!["in_reply_to_tweet_id"]!);
        if (Find(parent) is null) return new("""{"detail":"You attempted to reply to a Tweet that is deleted or not visible to you.","title":"Forbidden","status":403}""", Status: 403);
        if (Posts.Exists(post => (string)post["author_id"]! == Own && ((string)post["text"]!).EndsWith(text, StringComparison.Ordinal)))
            return new("""{"detail":"You are not allowed to create a Tweet with duplicate content.","title":"Forbidden","status":403}""", Status: 403);
        var id = Write(Own, $"@ana {text}", parent);
        return new($$$"""{"data":{"id":"{{{id}}}","text":{{{JsonSerializer.Serialize(text)}}}}}""", Status: 201);
    }

    private StubAnswer Lookup(string[] ids)
    {
        var found = ids.Select(Find).OfType<JsonObject>().Where(post => !Protected.Contains((string)post["id"]!)).ToList();
        var errors = ids.Where(id => Find(id) is null).Select(id => new JsonObject
        {
            ["resource_id"] = id, ["resource_type"] = "tweet", ["title"] = "Not Found Error", ["type"] = "https://api.twitter.com/2/problems/resource-not-found",
        }).Concat(ids.Where(Protected.Contains).Select(id => new JsonObject
        {
            ["resource_id"] = id, ["resource_type"] = "tweet", ["title"] = "Authorization Error", ["type"] = "https://api.twitter.com/2/problems/not-authorized-for-resource",
        })).ToArray<JsonNode>();
        var answer = new JsonObject { ["includes"] = Users(found) };
        if (found.Count > 0) answer["data"] = List(found);
        if (errors.Length > 0) answer["errors"] = new JsonArray(errors);
        return new(answer.ToJsonString());
    }

    private static StubAnswer Page(IEnumerable<JsonObject> posts, IQueryCollection query)
    {
        var before = query["next_token"].FirstOrDefault() ?? query["pagination_token"].FirstOrDefault() ?? "9000000000000000000";
        var all = posts.Where(post => string.CompareOrdinal((string)post["id"]!, before) < 0).Reverse().ToList();
        var page = all.Take(20).ToList();
        var meta = new JsonObject { ["result_count"] = page.Count };
        if (all.Count > page.Count) meta["next_token"] = (string)page[^1]["id"]!;
        var answer = new JsonObject { ["meta"] = meta, ["includes"] = Users(page) };
        if (page.Count > 0) answer["data"] = List(page);
        return new(answer.ToJsonString());
    }

    private JsonObject? Find(string id) => Posts.Find(post => (string)post["id"]! == id);

    private static bool IsAbove(JsonObject post, string? since) => string.CompareOrdinal((string)post["id"]!, since ?? "") > 0;

    private static JsonArray List(IEnumerable<JsonObject> posts) => [.. posts.Select(post => post.DeepClone())];

    private static JsonObject Users(IEnumerable<JsonObject> posts) => new()
    {
        ["users"] = new JsonArray([.. posts.Select(post => (string)post["author_id"]!).Distinct().Select(id => new JsonObject { ["id"] = id, ["username"] = id == Own ? "acme" : $"user{id}" })]),
    };
}
