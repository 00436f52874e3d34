using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Reddit;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>Reddit's API: a token first, then listings by <c>after</c>. The subreddit has submissions and no comments.</summary>
internal sealed class RedditStub : ConnectorStub
{
    private const string Token = "an-hour-long";

    public override int PageSize => 100;

    public override IConnector Build(OutgoingHttp http, TimeProvider time) => new RedditConnector(http, time);

    public override IReadOnlyDictionary<string, string> Settings(Uri stub) => new Dictionary<string, string>
    {
        ["subreddits"] = "trains", ["client"] = "app", ["secret"] = Secret, ["api"] = stub.AbsoluteUri, ["site"] = stub.AbsoluteUri,
    };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        if (request.Path == "/api/v1/access_token") return new(JsonSerializer.Serialize(new { access_token = Token, token_type = "bearer", expires_in = 3600 }));
        if (request.Headers.Authorization != $"Bearer {Token}") return new("""{"message":"Unauthorized","error":401}""", Status: 401);
        var held = request.Path == "/r/trains/new" ? posts : [];
        var after = request.Query["after"].FirstOrDefault();
        var page = held.Reverse().Where(post => after is null || string.CompareOrdinal(Name(post), after) < 0).Take(PageSize).ToList();
        var more = page.Count > 0 && page[^1].Number > held[0].Number;
        return new(JsonSerializer.Serialize(new
        {
            kind = "Listing",
            data = new
            {
                after = more ? Name(page[^1]) : null,
                children = page.Select(post => new
                {
                    kind = "t3",
                    data = new { name = Name(post), author = "ana", title = post.Text, selftext = "", created_utc = (double)post.At.ToUnixTimeSeconds(), edited = false, is_self = true },
                }),
            },
        }));
    }

    private static string Name(StubPost post) => $"t3_{(char)('a' + (post.Number / 1296))}{Digit(post.Number / 36 % 36)}{Digit(post.Number % 36)}";

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
}
