using System.Globalization;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Chats;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.Mattermost;

/// <summary>Asks one Mattermost server (API v4) with one token.</summary>
internal sealed class MattermostServer(OutgoingHttp http, KnownPeople people, string source, Uri address, string token)
{
    private const int MostAtOnce = 200;
    private static readonly RequestRate Rate = new(60, TimeSpan.FromSeconds(15));

    public Uri Address { get; } = address;

    public Task<JsonAnswer> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(path, null, true, cancellationToken);

    /// <summary>Writes a post, and is not repeated by itself.</summary>
    public Task<JsonAnswer> WriteAsync(string channel, string message, CancellationToken cancellationToken) =>
        SendAsync("posts", JsonSerializer.Serialize(new Dictionary<string, string> { ["channel_id"] = channel, ["message"] = message }), false, cancellationToken);

    public ChatPerson? Find(string user) => people.Find(Address.Authority, user);

    /// <summary>Asks who wrote these posts, as far as that is not known; null when all is known then.</summary>
    public async Task<PageFailure?> MeetAsync(IEnumerable<JsonElement> posts, CancellationToken cancellationToken)
    {
        var strangers = posts.Select(post => post.Text("user_id")).OfType<string>().Where(user => !people.Knows(Address.Authority, user)).Distinct().ToList();
        foreach (var some in strangers.Chunk(MostAtOnce))
        {
            var answer = await SendAsync("users/ids", JsonSerializer.Serialize(some), true, cancellationToken);
            if (answer.Failure is { } failure) return failure;
            if (answer.Root.ValueKind != JsonValueKind.Array) return Unreadable();
            var found = answer.Root.AsList().Where(user => user.Text("id") is not null && user.Text("username") is not null).DistinctBy(user => user.Text("id")).ToDictionary(user => user.Text("id")!);
            foreach (var id in some) people.Keep(Address.Authority, id, found.TryGetValue(id, out var user) ? Person(user) : null);
        }

        return null;
    }

    /// <summary>Posts by their ids: a list, or the failure.</summary>
    public Task<JsonAnswer> PostsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) => SendAsync("posts/ids", JsonSerializer.Serialize(ids), true, cancellationToken);

    public PageFailure Unreadable() => new(FailureKind.Unreadable, $"{Address.Host} sent something that is not Mattermost's answer");

    private async Task<JsonAnswer> SendAsync(string path, string? body, bool repeatable, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(
            new(new Uri(Address, $"api/v4/{path}"))
            {
                Method = body is null ? HttpMethod.Get : HttpMethod.Post,
                Headers = new Dictionary<string, string> { ["Authorization"] = string.Create(CultureInfo.InvariantCulture, $"Bearer {token}"), ["Accept"] = "application/json" },
                Body = body is null ? null : (body, "application/json"),
                Repeatable = repeatable,
                Credential = source,
                Rate = Rate,
            },
            cancellationToken);
        return JsonAnswer.Read(answer);
    }

    private static ChatPerson Person(JsonElement user)
    {
        var full = string.Join(' ', new[] { user.Text("first_name"), user.Text("last_name") }.OfType<string>());
        return new(user.Text("username")!, user.Text("nickname") ?? (full.Length > 0 ? full : null), user.Flag("is_bot"));
    }
}
