using System.Net;
using Listening.Collecting.Pulling;
using Listening.Sources.Feeds;
using Listening.Sources.Http;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>An RSS feed with an ETag; it shows its newest items and no more.</summary>
internal class FeedStub : ConnectorStub
{
    public override int PageSize => 50;

    public override bool HasPages => false;

    public override IConnector Build(OutgoingHttp http, TimeProvider time) => new FeedConnector(http, time);

    public override IReadOnlyDictionary<string, string> Settings(Uri stub) => new Dictionary<string, string> { ["address"] = new Uri(stub, $"feed.xml?key={Secret}").AbsoluteUri };

    public override StubAnswer Answer(HttpRequest request, IReadOnlyList<StubPost> posts)
    {
        var tag = $"\"{posts.Count}\"";
        if (request.Headers.IfNoneMatch == tag) return new("", Status: 304);
        var items = posts.Reverse().Take(PageSize).Select(post => $"<item><guid>urn:post:{post.Number}</guid><pubDate>{post.At:R}</pubDate><description>{WebUtility.HtmlEncode(post.Text)}</description></item>");
        return new($"<rss version=\"2.0\"><channel><title>Forum</title>{string.Concat(items)}</channel></rss>", "application/rss+xml") { Headers = new Dictionary<string, string> { ["ETag"] = tag } };
    }
}
