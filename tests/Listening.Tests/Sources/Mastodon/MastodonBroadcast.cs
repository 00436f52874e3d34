using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Mastodon;

/// <summary>The streams of a Mastodon server: each connection hears what is told in its stream from then on, and nothing of before.</summary>
internal sealed class MastodonBroadcast
{
    private readonly ConcurrentDictionary<HttpContext, (string Stream, Channel<string> Told)> connections = new();
    private int opened;

    /// <summary>How many connections were made so far.</summary>
    public int Opened => opened;

    public async Task<bool> ServeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api/v1/streaming", out var stream)) return false;
        var told = Channel.CreateUnbounded<string>();
        context.Response.ContentType = "text/event-stream";
        connections[context] = ($"{stream}{context.Request.QueryString}", told);
        Interlocked.Increment(ref opened);
        await context.Response.Body.FlushAsync();
        try
        {
            await foreach (var one in told.Reader.ReadAllAsync(context.RequestAborted))
            {
                // In pieces, as a network does.
                foreach (var piece in Encoding.UTF8.GetBytes(one).Chunk(50))
                {
                    await context.Response.Body.WriteAsync(piece);
                    await context.Response.Body.FlushAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Who listened has gone.
        }
        catch (IOException)
        {
            context.Abort();
        }
        finally
        {
            connections.TryRemove(context, out _);
        }

        return true;
    }

    public void Tell(string stream, string type, string data)
    {
        foreach (var (told, channel) in connections.Values)
            if (told == stream)
                channel.Writer.TryWrite($":thump\nevent: {type}\ndata: {data}\n\n");
    }

    /// <summary>Breaks every connection off.</summary>
    public void Kill()
    {
        // Each is broken off by itself: from outside it may be over already.
        foreach (var context in connections.Keys.ToList())
            if (connections.TryRemove(context, out var one))
                one.Told.Writer.TryComplete(new IOException("The stream is broken off."));
    }
}
