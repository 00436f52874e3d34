using System.Globalization;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Slack;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>A channel of a Slack workspace: every seventh message answers the one before it and stands in its thread alone.</summary>
internal sealed class SlackStub : ConnectorStub
{
    public const string Channel = "C0FEEDBK1";

    public override IConnector Build(OutgoingHttp http, TimeProvider time) => new SlackConnector(http, time, new(PageSize, new(1000, TimeSpan.FromSeconds(1)), Patient: false));

    public override IReadOnlyDictionary<string, string> Settings(Uri stub) =>
        new Dictionary<string, string> { ["address"] = new Uri(stub, "api/").AbsoluteUri, ["token"] = Secret, ["channels"] = $"{Channel} feedback" };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        var room = new SlackRoom();
        foreach (var post in Stamped(posts)) room.Say(Ts(post), post.Text, post.Number % 7 == 0 && post.Number > 1 ? room.Newest : null);
        return request.Headers.Authorization == $"Bearer {Secret}" ? room.Answer(request) : new(JsonSerializer.Serialize(new { ok = false, error = "invalid_auth" }));
    }

    private static string Ts(StubPost post) => string.Create(CultureInfo.InvariantCulture, $"{post.At.ToUnixTimeSeconds():D10}.{post.Number:D6}");
}
