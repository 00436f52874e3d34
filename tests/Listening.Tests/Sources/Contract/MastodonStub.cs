using System.Globalization;
using System.Text.Json.Nodes;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Mastodon;
using Listening.Tests.Sources.Mastodon;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>A hashtag of a Mastodon server that shows it to everybody.</summary>
internal class MastodonStub : ConnectorStub
{
    public override IConnector Build(OutgoingHttp http, TimeProvider time) => new MastodonConnector(http, time);

    public override IReadOnlyDictionary<string, string> Settings(Uri stub) => new Dictionary<string, string> { ["server"] = stub.AbsoluteUri, ["hashtags"] = "train" };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts) => MastodonTimeline.Answer(request, Entries(posts), PageSize);

    protected virtual IEnumerable<(string Id, JsonNode Entry)> Entries(IReadOnlyList<StubPost> posts)
    {
        var id = 0UL;
        foreach (var post in posts)
        {
            var text = (id = MastodonTimeline.Id(post.At, id)).ToString(CultureInfo.InvariantCulture);
            yield return (text, MastodonTimeline.Status(text, post.Text, post.At));
        }
    }
}
