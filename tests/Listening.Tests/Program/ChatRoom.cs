using System.Text.Json;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Program;

/// <summary>A channel of a Mattermost server below <c>/chat</c>, in which a program asks and people answer.</summary>
internal sealed class ChatRoom
{
    private readonly List<Dictionary<string, object>> posts = [];

    /// <summary>Somebody answers the newest post.</summary>
    public void Answer(string text)
    {
        lock (posts) Add("uuuuuuuuuuuuuuuuuuuuuuuudi", text, (string)posts[^1]["id"]);
    }

    public StubAnswer Answer(HttpRequest request)
    {
        lock (posts)
        {
            if (request.Path.Value!.EndsWith("/users/ids", StringComparison.Ordinal)) return new("""[{"id":"uuuuuuuuuuuuuuuuuuuuuuuudi","username":"di"},{"id":"uuuuuuuuuuuuuuuuuuuuuuubot","username":"listening","is_bot":true}]""");
            if (request.Method == "POST")
            {
                using var body = JsonDocument.Parse(request.Body);
                Add("uuuuuuuuuuuuuuuuuuuuuuubot", body.RootElement.GetProperty("message").GetString()!, "");
                return new(JsonSerializer.Serialize(posts[^1]), Status: 201);
            }

            return new(JsonSerializer.Serialize(new { order = posts.Select(post => post["id"]), posts = posts.ToDictionary(post => post["id"]) }));
        }
    }

    private void Add(string user, string text, string root)
    {
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        posts.Add(new()
        {
            ["id"] = $"{posts.Count + 1:D26}", ["user_id"] = user, ["message"] = text, ["root_id"] = root, ["create_at"] = at, ["update_at"] = at, ["edit_at"] = 0, ["delete_at"] = 0, ["channel_id"] = MattermostStub.Channel,
            ["type"] = "",
        });
    }
}
