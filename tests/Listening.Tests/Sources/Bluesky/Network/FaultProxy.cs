using System.Collections.Concurrent;
using Listening.Tests.Sources.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>Stands between us and a server, passes everything on, and lets a test meddle before and after.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private FaultProxy(WebApplication app, Uri target) => (this.app, http) = (app, new() { BaseAddress = target });

    public Uri Address { get; private set; } = null!;

    /// <summary>The methods that were called, in their order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Before the n-th call of a method, from 1: what to change of its request.</summary>
    public Action<string, int, HttpRequestMessage> Before { get; set; } = (_, _, _) => { };

    /// <summary>After the n-th call of a method: whether its answer is lost on the way.</summary>
    public Func<string, int, Task<bool>> IsLost { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>What becomes of a method's answer; it is passed on as it is when this returns false.</summary>
    public Func<string, HttpContext, StubAnswer, Task<bool>> Fault { get; set; } = (_, _, _) => Task.FromResult(false);

    public static async Task<FaultProxy> StartAsync(Uri target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var proxy = new FaultProxy(builder.Build(), target);
        proxy.app.Run(proxy.PassAsync);
        await proxy.app.StartAsync();
        proxy.Address = new(proxy.app.Urls.First());
        return proxy;
    }

    public int Count(string method) => Calls.Count(call => call == method);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var method = context.Request.Path.Value!.Split('/')[^1];
        Calls.Enqueue(method);
        var number = Count(method);
        using var message = new HttpRequestMessage(new(context.Request.Method), context.Request.Path + context.Request.QueryString);
        if (context.Request.Headers.Authorization is [{ } credential]) message.Headers.TryAddWithoutValidation("Authorization", credential);
        if (context.Request.ContentLength > 0)
        {
            message.Content = new StreamContent(context.Request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        Before(method, number, message);
        using var answer = await http.SendAsync(message, context.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (await IsLost(method, number))
        {
            context.Abort();
            return;
        }

        if (await Fault(method, context, new StubAnswer("", answer.Content.Headers.ContentType?.ToString() ?? "", (int)answer.StatusCode) { Bytes = body })) return;
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Where(header => header.Key.StartsWith("R", StringComparison.OrdinalIgnoreCase))) context.Response.Headers[name] = values.ToArray();
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(body);
    }
}
