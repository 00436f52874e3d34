using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Listening.BrowserTests;

/// <summary>A feed on loopback that stands for the network: what was posted, newest first, as RSS.</summary>
internal sealed class FeedHost : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly List<(string Title, DateTimeOffset At)> posts = [];
    private readonly Task serving;

    /// <summary>One that serves.</summary>
    public FeedHost()
    {
        Address = new($"http://127.0.0.1:{FreePort()}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Where the feed is.</summary>
    public Uri Address { get; }

    /// <summary>Somebody posts something.</summary>
    public void Post(string text, DateTimeOffset at)
    {
        lock (posts) posts.Insert(0, (text, at));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException && !listener.IsListening)
            {
                return;
            }

            context.Response.ContentType = "application/rss+xml";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Feed()));
            context.Response.Close();
        }
    }

    private string Feed()
    {
        lock (posts)
            return $"<rss version=\"2.0\"><channel><title>Forum</title>{string.Concat(posts.Select((post, index) => $"<item><guid>{posts.Count - index}</guid><title>{WebUtility.HtmlEncode(post.Title)}</title><pubDate>{post.At:R}</pubDate></item>"))}</channel></rss>";
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
