using System.Globalization;
using System.Text.Json.Nodes;
using Listening.Tests.Sources.Mastodon;

namespace Listening.Tests.Sources.Contract;

/// <summary>A server of the Mastodon API whose ids are UUIDs, as Hollo's are.</summary>
internal sealed class UuidMastodonStub : MastodonStub
{
    protected override IEnumerable<(string Id, JsonNode Entry)> Entries(IReadOnlyList<StubPost> posts) => posts.Select(post =>
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"0197aaaa-0000-7000-8000-{post.Number:x12}");
        return (id, MastodonTimeline.Status(id, post.Text, post.At));
    });
}
