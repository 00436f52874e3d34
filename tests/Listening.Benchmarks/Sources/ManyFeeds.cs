using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Listening.Benchmarks.Sources;

/// <summary>
/// Feeds on loopback, each on an address of its own as a host in the world would be, because a host's rate is shared by all sources on it. Each has a new post every two
/// minutes, at its own second; in between it answers 304.
/// </summary>
internal sealed class ManyFeeds : IAsyncDisposable
{
    private const int Port = 8471;
    private static readonly TimeSpan NewPost = TimeSpan.FromMinutes(2);
    private readonly WebApplication app;
    private long requests;

    private ManyFeeds(WebApplication app) => this.app = app;

    /// <summary>How often they were asked.</summary>
    public long Requests => Interlocked.Read(ref requests);

    /// <summary>The address of a feed by its number.</summary>
    public static string Address(int feed) => $"http://{Host(feed)}:{Port}/feed.json";

    public static async Task<ManyFeeds> StartAsync(int count, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var feed = 0; feed < count; feed++) kestrel.Listen(Host(feed), Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var feeds = new ManyFeeds(builder.Build());
        feeds.app.MapGet("/feed.json", request => feeds.AnswerAsync(request, time));
        await feeds.app.StartAsync();
        return feeds;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static IPAddress Host(int feed) => new([127, 1, (byte)(feed / 250), (byte)((feed % 250) + 1)]);

    private async Task AnswerAsync(HttpContext http, TimeProvider time)
    {
        Interlocked.Increment(ref requests);
        var own = http.Connection.LocalIpAddress!.GetAddressBytes();
        var shift = TimeSpan.FromSeconds(((own[2] * 250) + own[3]) % NewPost.TotalSeconds);
        var newest = (time.GetUtcNow() + shift).Ticks / NewPost.Ticks;
        var tag = $"\"{newest}\"";
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.Headers.ETag = tag;
        http.Response.ContentType = "application/feed+json";
        var items = Enumerable.Range(0, 5).Select(back => Item(newest - back, shift));
        await http.Response.WriteAsync($$"""{"version":"https://jsonfeed.org/version/1.1","title":"News","items":[{{string.Join(',', items)}}]}""");
    }

    private static string Item(long number, TimeSpan shift)
    {
        var at = new DateTimeOffset(number * NewPost.Ticks, TimeSpan.Zero) - shift;
        return string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{number}}","content_text":"The delivery of order {{number}} is late again","date_published":"{{at:O}}"}""");
    }
}
