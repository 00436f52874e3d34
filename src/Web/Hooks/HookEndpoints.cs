using System.Globalization;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Pushing;
using Listening.Storing;
using Listening.Web.Ingesting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Web.Hooks;

/// <summary>
/// Takes what sources send by themselves: Slack's events and the signed webhook. The door is open, because the sender has no account here; what is not signed with the
/// source's secret is refused with 401, and so is everything for a source that is not there. Who knocks too often is refused with 429.
/// </summary>
public static class HookEndpoints
{
    /// <summary>Longest body, in bytes: it is in memory whole before its signature can be checked.</summary>
    public const int LargestBody = 4 * 1024 * 1024;

    /// <summary>What the door needs.</summary>
    public static IServiceCollection AddHooks(this IServiceCollection services)
    {
        services.TryAddSingleton<SourceOpening>();
        return services.AddSingleton<HookSources>().AddSingleton<HookLimits>();
    }

    /// <summary>Maps <c>POST /hooks/{source}</c>.</summary>
    public static void MapHooks(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPost("/hooks/{source}", TakeAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
    }

    private static async Task<IResult> TakeAsync(
        string source, HttpRequest request, HookSources sources, HookLimits limits, CollectingPipeline pipeline, TimeProvider time, CancellationToken cancellationToken)
    {
        var sender = request.HttpContext.Connection.RemoteIpAddress;
        if (limits.Take(sender) is { } wait) return Busy(request.HttpContext.Response, wait);
        var answer = await ReadAsync(source, request, sources, time, cancellationToken);
        if (answer is PushRefused) limits.NoteUnsigned(sender);
        return answer switch
        {
            null => Problem(StatusCodes.Status413PayloadTooLarge, "body-too-long", "The body is too long", "A request may have 4 MiB at most."),
            PushChallenge challenge => Results.Text(challenge.Text, "text/plain"),
            PushedPosts pushed => await StoreAsync(source, pushed, pipeline, time.GetUtcNow()),
            _ => Problem(StatusCodes.Status401Unauthorized, "signature", "This is not signed", "Sign what you send with the source's secret, within five minutes."),
        };
    }

    // Null: the body is longer than is read.
    private static async Task<PushAnswer?> ReadAsync(string source, HttpRequest request, HookSources sources, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody) return null;
        if (await sources.FindAsync(source, cancellationToken) is not { } reader) return new PushRefused();
        var body = await BodyAsync(request, cancellationToken);
        return await reader.ReadAsync(new(body, name => request.Headers[name].FirstOrDefault(), time.GetUtcNow()), cancellationToken);
    }

    // What came whole is stored even when its sender is gone by then.
    private static async Task<IResult> StoreAsync(string source, PushedPosts pushed, CollectingPipeline pipeline, DateTimeOffset now)
    {
        var batch = new PostBatch([.. pushed.Posts.Select(post => new CollectedPost(post, now, Arrival.Live))])
        {
            Rejected = pushed.Rejected.Count == 0 ? new Dictionary<string, long>() : new Dictionary<string, long> { [source] = pushed.Rejected.Count },
        };
        var receipt = batch.Posts.Count + batch.Rejected.Count == 0 ? default : await pipeline.AcceptAsync(batch, CancellationToken.None);
        return Results.Ok(new HookAnswer(receipt.Accepted, receipt.Duplicates, receipt.Updated, pushed.Rejected));
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await using var attended = new AttendedBody(request.Body);
        using var body = new MemoryStream();
        await attended.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }

    private static IResult Busy(HttpResponse response, TimeSpan wait)
    {
        response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problem(StatusCodes.Status429TooManyRequests, "too-many-requests", "This is too often", "Send again when Retry-After says.");
    }

    private static IResult Problem(int status, string type, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}");
}
