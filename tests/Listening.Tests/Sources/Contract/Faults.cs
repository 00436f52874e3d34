using System.Text;
using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Sources.Contract;

/// <summary>What goes wrong between us and a source. Each strikes the first request of a run and the retries that follow at once.</summary>
internal static class Faults
{
    public static IReadOnlyDictionary<string, Func<HttpContext, StubAnswer, Task>> All { get; } = new Dictionary<string, Func<HttpContext, StubAnswer, Task>>
    {
        ["latency"] = async (context, answer) =>
        {
            await Task.Delay(200, context.RequestAborted);
            await StubServer.WriteAsync(context, answer);
        },
        ["hang"] = (context, _) => Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted),
        ["hang after the headers"] = async (context, answer) =>
        {
            context.Response.ContentType = answer.Type;
            context.Response.ContentLength = answer.Bytes.Length + 10;
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(TimeSpan.FromMinutes(1), context.RequestAborted);
        },
        ["reset"] = (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        },
        ["truncation with a length"] = async (context, answer) =>
        {
            context.Response.ContentType = answer.Type;
            context.Response.ContentLength = answer.Bytes.Length;
            await context.Response.Body.WriteAsync(answer.Bytes.AsMemory(0, answer.Bytes.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        },
        ["truncation without a length"] = async (context, answer) =>
        {
            context.Response.ContentType = answer.Type;
            await context.Response.Body.WriteAsync(answer.Bytes.AsMemory(0, answer.Bytes.Length / 2));
        },
        ["429 in seconds"] = (context, _) => Refuse(context, 429, "Retry-After", "30"),
        ["429 in fractions"] = (context, _) => Refuse(context, 429, "Retry-After", "29.7"),
        ["429 as a date"] = (context, _) => Refuse(context, 429, "Retry-After", TimeProvider.System.GetUtcNow().AddSeconds(30).ToString("R")),
        ["429 with a reset in ISO"] = (context, _) => Refuse(context, 429, "X-RateLimit-Reset", TimeProvider.System.GetUtcNow().AddSeconds(30).ToString("O")),
        ["429 with a reset since 1970"] = (context, _) => Refuse(context, 429, "x-rate-limit-reset", TimeProvider.System.GetUtcNow().AddSeconds(30).ToUnixTimeSeconds().ToString((IFormatProvider?)null)),
        ["429 without a word"] = (context, _) => Refuse(context, 429, "X-Nothing", ""),
        ["500"] = (context, _) => Refuse(context, 500, "X-Nothing", ""),
        ["502"] = (context, _) => Refuse(context, 502, "X-Nothing", ""),
        ["503"] = (context, _) => Refuse(context, 503, "Retry-After", "30"),
        ["a page of HTML"] = (context, _) => StubServer.WriteAsync(context, new("<!doctype html><html><head><title>Just a moment</title></head><body><p>Checking…</p></body></html>", "text/html")),
        ["broken gzip"] = (context, answer) => StubServer.WriteAsync(context, answer with
        {
            Bytes = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7],
            Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" },
        }),
        ["5 MB of nothing"] = (context, answer) => StubServer.WriteAsync(context, answer with { Bytes = Encoding.UTF8.GetBytes(new string('x', 5 * 1024 * 1024)) }),
        ["an empty body"] = (context, answer) => StubServer.WriteAsync(context, answer with { Bytes = [] }),
        ["400"] = (context, _) => Refuse(context, 400, "X-Nothing", ""),
        ["401"] = (context, _) => Refuse(context, 401, "WWW-Authenticate", "Bearer"),
        ["403 with a page of HTML"] = (context, _) =>
        {
            context.Response.StatusCode = 403;
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html><body><h1>403 Forbidden</h1></body></html>");
        },
    };

    private static Task Refuse(HttpContext context, int status, string header, string value)
    {
        context.Response.StatusCode = status;
        context.Response.Headers[header] = value;
        return context.Response.WriteAsync("{\"error\":\"no\"}");
    }
}
