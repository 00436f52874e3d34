using System.Globalization;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Mattermost;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>A channel of a Mattermost server: changes since an instant, of which a long answer leaves out the oldest, and pages before a post.</summary>
internal sealed class MattermostStub : ConnectorStub
{
    public const string Channel = "cccccccccccccccccccccccccc";

    public override IConnector Build(OutgoingHttp http, TimeProvider time) => new MattermostConnector(http, time, new(PageSize, PageSize));

    public override IReadOnlyDictionary<string, string> Settings(Uri stub) =>
        new Dictionary<string, string> { ["address"] = stub.AbsoluteUri, ["token"] = Secret, ["channels"] = $"{Channel} support" };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        if (request.Headers.Authorization != $"Bearer {Secret}") return new("""{"id":"api.context.session_expired.app_error","status_code":401}""", Status: 401);
        if (request.Path == "/api/v4/users/ids") return new("""[{"id":"u1","username":"ana","first_name":"Ana","last_name":"","is_bot":false}]""");
        var listed = Stamped(posts).Reverse();
        if (request.Query["since"].FirstOrDefault() is { } since)
        {
            if (request.Query.Count > 1) return new("""{"id":"api.post.get_posts_for_channel.since.app_error","status_code":400}""", Status: 400);
            listed = listed.Where(post => post.At.ToUnixTimeMilliseconds() > long.Parse(since, CultureInfo.InvariantCulture)).Take(PageSize);
        }
        else
        {
            if (request.Query["before"].FirstOrDefault() is { } before) listed = listed.Where(post => post.Number < Number(before));
            listed = listed.Take(int.Parse(request.Query["per_page"].ToString(), CultureInfo.InvariantCulture));
        }

        var page = listed.ToList();
        return new(JsonSerializer.Serialize(new { order = page.Select(post => Id(post.Number)), posts = page.ToDictionary(post => Id(post.Number), Post), next_post_id = "", prev_post_id = "" }));
    }

    public static object Post(StubPost post) => new
    {
        id = Id(post.Number),
        create_at = post.At.ToUnixTimeMilliseconds(),
        update_at = post.At.ToUnixTimeMilliseconds(),
        edit_at = 0,
        delete_at = 0,
        user_id = "u1",
        channel_id = Channel,
        root_id = "",
        message = post.Text,
        type = "",
        props = new { },
        metadata = new { },
    };

    public static string Id(int number) => number.ToString("D26", CultureInfo.InvariantCulture);

    private static int Number(string id) => int.Parse(id, CultureInfo.InvariantCulture);
}
