using System.IO.Compression;
using Listening.Collecting;
using Listening.Sources.Files;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Ingesting;

/// <summary>Takes posts over HTTP: NDJSON or a JSON array, gzipped or not, of any length in bounded memory.</summary>
public static class PostsEndpoint
{
    // What arrived whole is read and stored even when its sender is gone by then: the server itself says where the body ends.
    private static readonly CancellationToken Received = CancellationToken.None;

    // A body that still comes in when the server is to stop has this long to end.
    private static readonly TimeSpan LastCall = TimeSpan.FromSeconds(2);

    private static readonly string[] MediaTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl", "application/json"];

    /// <summary>Maps <c>POST /posts</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapIngest(this RouteGroupBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapPost("/posts", AcceptAsync)
            .RequireAuthorization(Scopes.Ingest)
            // The body streams and every line has its own limit.
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .WithTags("Posts")
            .WithSummary("Takes posts (NDJSON or a JSON array); when it answers 200 everything accepted is durable.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                operation.RequestBody = PostBody.Of();
                return Task.CompletedTask;
            })
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status408RequestTimeout)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    private static async Task<Results<Ok<IngestAnswer>, ProblemHttpResult>> AcceptAsync(
        HttpRequest request, string? arrival, [FromQuery] string[]? refused, CollectingPipeline pipeline, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        if (!MediaTypes.Contains(request.GetTypedHeaders().ContentType?.MediaType.Value, StringComparer.OrdinalIgnoreCase))
            return Problem(415, "media-type", "This media type is not read", $"Send posts as {MediaTypes[0]}, one a line, or as a JSON array in application/json.");
        if (Body(request) is not { } body)
            return Problem(415, "content-encoding", "This encoding is not read", "Send the body as it is or with Content-Encoding: gzip.");
        if (ArrivalOf(arrival) is not { } how)
            return Problem(400, "arrival", "There is no such arrival", "arrival is live (what happens now, the default) or backfill (posts of the past, whose instants are believed).");

        if (RefusedLines.Read(refused) is not { } refusedLines)
            return Problem(400, "refused", "These counts cannot be read", "refused is SOURCE:COUNT, once for each source: how many lines the sender itself could not read.");

        var intake = new Intake(pipeline, time, request.HttpContext.User, how);
        foreach (var (source, count) in refusedLines) intake.NoteRefused(source, count);
        using var ended = new CancellationTokenSource();
        using var stopping = lifetime.ApplicationStopping.Register(() => ended.CancelAfter(LastCall));
        var cut = await ReadAsync(body, intake, ended.Token);
        await intake.StoreAsync(Received);
        return cut is null ? TypedResults.Ok(intake.Answer) : Cut(cut, intake.Answer);
    }

    /// <summary>Takes line after line; gives the exception with which the body broke off, or null when it was whole.</summary>
    private static async Task<Exception?> ReadAsync(Stream body, Intake intake, CancellationToken cancellationToken)
    {
        await using var lines = JsonPostReader.ReadAsync(body, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await lines.MoveNextAsync()) return null;
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or OperationCanceledException)
            {
                return exception;
            }

            await intake.TakeAsync(lines.Current, Received);
        }
    }

    private static Stream? Body(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => new AttendedBody(request.Body),
        "gzip" => new GZipStream(new AttendedBody(request.Body), CompressionMode.Decompress),
        _ => null,
    };

    private static Arrival? ArrivalOf(string? arrival) => arrival switch
    {
        null or "live" => Arrival.Live,
        "backfill" => Arrival.Backfill,
        _ => null,
    };

    private static ProblemHttpResult Cut(Exception exception, IngestAnswer stored) => TypedResults.Problem(
        $"The body broke off: {Reason(exception)} What came before it is stored and counted here; send the rest, or all of it, again.",
        statusCode: exception switch { BadHttpRequestException request => request.StatusCode, OperationCanceledException => StatusCodes.Status503ServiceUnavailable, _ => 400 },
        title: "The body broke off",
        type: "urn:listening:problem:body-cut",
        extensions: new Dictionary<string, object?>
        {
            ["accepted"] = stored.Accepted,
            ["duplicates"] = stored.Duplicates,
            ["updated"] = stored.Updated,
            ["rejected"] = stored.Rejected,
            ["rejectedTotal"] = stored.RejectedTotal,
        });

    private static string Reason(Exception exception) => exception switch
    {
        OperationCanceledException => "the server stops.",
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => $"it came in slower than {BodyPace.Text}, or nothing came for {BodyPace.Silence.TotalSeconds:N0} seconds.",
        _ => PostFormatException.Shown(exception.Message),
    };

    private static ProblemHttpResult Problem(int status, string type, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}");
}
