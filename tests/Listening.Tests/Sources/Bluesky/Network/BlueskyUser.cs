using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>Somebody on the network who uses an app of their own.</summary>
internal sealed class BlueskyUser
{
    public const string Password = "correct-horse-battery";
    private readonly HttpClient http;

    private BlueskyUser(HttpClient http, string did, string handle) => (this.http, Did, Handle) = (http, did, handle);

    public string Did { get; }

    public string Handle { get; }

    public static async Task<BlueskyUser> CreateAsync(Uri service, string handle)
    {
        var http = new HttpClient { BaseAddress = service };
        var account = await CallAsync(http, "com.atproto.server.createAccount", new { handle, email = $"{handle}@example.test", password = Password });
        http.DefaultRequestHeaders.Authorization = new("Bearer", account.GetProperty("accessJwt").GetString());
        return new(http, account.GetProperty("did").GetString()!, handle);
    }

    public static JsonObject Record(string text, DateTimeOffset? at = null) => new()
    {
        ["$type"] = "app.bsky.feed.post", ["text"] = text, ["createdAt"] = (at ?? TimeProvider.System.GetUtcNow()).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null), ["langs"] = new JsonArray("en"),
    };

    /// <summary>Posts; gives id and version.</summary>
    public async Task<(string Uri, string Cid)> PostAsync(JsonObject record)
    {
        var made = await CallAsync(http, "com.atproto.repo.createRecord", new JsonObject { ["repo"] = Did, ["collection"] = "app.bsky.feed.post", ["record"] = record });
        return (made.GetProperty("uri").GetString()!, made.GetProperty("cid").GetString()!);
    }

    public Task<(string Uri, string Cid)> PostAsync(string text, DateTimeOffset? at = null) => PostAsync(Record(text, at));

    public Task<(string Uri, string Cid)> ReplyAsync(string text, (string Uri, string Cid) root, (string Uri, string Cid) parent)
    {
        var record = Record(text);
        record["reply"] = new JsonObject { ["root"] = Reference(root), ["parent"] = Reference(parent) };
        return PostAsync(record);
    }

    public static JsonObject Reference((string Uri, string Cid) post) => new() { ["uri"] = post.Uri, ["cid"] = post.Cid };

    public Task ManyAsync(IEnumerable<string> texts, DateTimeOffset at) => CallAsync(http, "com.atproto.repo.applyWrites", new JsonObject
    {
        ["repo"] = Did,
        ["writes"] = new JsonArray([.. texts.Select(text => new JsonObject { ["$type"] = "com.atproto.repo.applyWrites#create", ["collection"] = "app.bsky.feed.post", ["value"] = Record(text, at) })]),
    });

    public Task DeleteAsync(string uri) => CallAsync(http, "com.atproto.repo.deleteRecord", new { repo = Did, collection = "app.bsky.feed.post", rkey = uri.Split('/')[^1] });

    public Task WriteOverAsync(string uri, JsonObject record) => CallAsync(http, "com.atproto.repo.putRecord", new JsonObject
    {
        ["repo"] = Did, ["collection"] = "app.bsky.feed.post", ["rkey"] = uri.Split('/')[^1], ["record"] = record,
    });

    public Task DeactivateAsync() => CallAsync(http, "com.atproto.server.deactivateAccount", new { });

    /// <summary>Asks the network as this person sees it.</summary>
    public async Task<JsonElement> AskAsync(string query) => await http.GetFromJsonAsync<JsonElement>($"/xrpc/{query}");

    /// <summary>Waits until the app view knows this person.</summary>
    public async Task<BlueskyUser> KnownAsync()
    {
        for (var turn = 0; turn < 200; turn++)
        {
            using var answer = await http.GetAsync(new Uri($"/xrpc/app.bsky.actor.getProfile?actor={Did}", UriKind.Relative));
            if (answer.IsSuccessStatusCode) return this;
            await Task.Delay(50);
        }

        throw new InvalidOperationException($"The app view does not know {Handle}.");
    }

    /// <summary>Waits until the app view shows what was written.</summary>
    public async Task ShownAsync(string uri, Func<JsonElement, bool>? shape = null)
    {
        for (var turn = 0; turn < 100; turn++)
        {
            var posts = (await AskAsync($"app.bsky.feed.getPosts?uris={Uri.EscapeDataString(uri)}")).GetProperty("posts");
            if (posts.GetArrayLength() > 0 && (shape is null || shape(posts[0]))) return;
            await Task.Delay(50);
        }

        throw new InvalidOperationException($"The app view does not show {uri}.");
    }

    /// <summary>Waits until the app view shows it no more.</summary>
    public async Task GoneAsync(string uri)
    {
        for (var turn = 0; (await AskAsync($"app.bsky.feed.getPosts?uris={Uri.EscapeDataString(uri)}")).GetProperty("posts").GetArrayLength() > 0; turn++)
        {
            if (turn == 100) throw new InvalidOperationException($"The app view still shows {uri}.");
            await Task.Delay(50);
        }
    }

    private static async Task<JsonElement> CallAsync(HttpClient http, string method, object body)
    {
        using var answer = await http.PostAsJsonAsync($"/xrpc/{method}", body);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{method}: {(int)answer.StatusCode} {text}");
        return text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
    }
}
