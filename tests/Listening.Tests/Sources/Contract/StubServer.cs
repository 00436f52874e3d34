using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Listening.Tests.Sources.Contract;

/// <summary>A real server on loopback that stands for a source; a test says how it answers and what goes wrong on the way.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int requests;

    private StubServer(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>How it answers when nothing goes wrong. The body has come whole and is read without waiting.</summary>
    public Func<HttpRequest, StubAnswer> Answer { get; set; } = _ => new("");

    /// <summary>What goes wrong with the n-th request, from 1; it answers by itself when it returns true.</summary>
    public Func<int, HttpContext, StubAnswer, Task<bool>> Fault { get; set; } = (_, _, _) => Task.FromResult(false);

    /// <summary>Paths with queries, in their order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Counts faults from the next request again.</summary>
    public void Restart() => Interlocked.Exchange(ref requests, 0);

    public static async Task<StubServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.ClearProviders();
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        var stub = new StubServer(builder.Build());
        stub.app.Run(stub.ServeAsync);
        await stub.app.StartAsync();
        stub.Address = new(stub.app.Urls.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal) + "/");
        return stub;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        Requests.Enqueue(context.Request.Path + context.Request.QueryString);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
        var answer = Answer(context.Request);
        if (await Fault(Interlocked.Increment(ref requests), context, answer)) return;
        await WriteAsync(context, answer);
    }

    public static async Task WriteAsync(HttpContext context, StubAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        if (answer.Status == 304) return;
        context.Response.ContentType = answer.Type;
        context.Response.Headers.ContentLength = answer.Bytes.Length;
        context.Response.Headers["X-Requests"] = answer.Bytes.Length.ToString(CultureInfo.InvariantCulture);
        await context.Response.Body.WriteAsync(answer.Bytes);
    }
}
