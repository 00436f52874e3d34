using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Sourcing;

/// <summary>Sources over HTTP. A secret that is given never comes back.</summary>
public static class SourceEndpoints
{
    private const int LargestBody = 1024 * 1024;

    /// <summary>Maps <c>/admin/sources</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapSources(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/admin/sources").RequireAuthorization(Scopes.Admin).WithTags("Sources").AddEndpointFilter(RefuseAsync);
        group.MapGet("/kinds", (SourceDesk desk) => TypedResults.Ok(new SourceItems<KindView>(desk.Kinds())))
            .WithSummary("The kinds of sources: what each shows, what it cannot, and what it must be told.");
        group.MapGet("/", ListAsync).WithSummary("All sources: how each does, when it is asked next and why, and what could not be read any more.");
        group.MapPost("/", AddAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody)).ProducesValidationProblem()
            .WithSummary("Sets up a source, which is then pulled at once. Credentials are kept encrypted and never come back.");
        group.MapPost("/test", TestAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody)).ProducesValidationProblem()
            .WithSummary("Tries settings: the posts that would come in. Nothing is stored.");
        group.MapGet("/{id}", FindAsync).WithSummary("One source.");
        group.MapPatch("/{id}", ChangeAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody)).ProducesValidationProblem().ProducesProblem(409)
            .WithSummary("Changes, pauses or resumes a source.")
            .WithDescription("Settings are given whole; a secret that is left out stays. A source that is asked something else is read from the start again.");
        group.MapDelete("/{id}", RemoveAsync).WithSummary("Removes a source with its credentials; its posts stay.");
        group.MapPost("/{id}/run", RunAsync).WithSummary("Pulls a source as soon as there is a hand free, a paused one too; only its own limit still holds.");
        return api;
    }

    private static async Task<Ok<SourceItems<SourceView>>> ListAsync(SourceDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SourceItems<SourceView>(await desk.ListAsync(cancellationToken)));

    private static async Task<Results<Ok<SourceView>, ProblemHttpResult>> FindAsync(Guid id, SourceDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is { } source ? TypedResults.Ok(source) : NoSource();

    private static async Task<Created<SourceView>> AddAsync(SourceBody body, HttpContext http, SourceDesk desk, CancellationToken cancellationToken)
    {
        var source = await desk.AddAsync(body, http.Actor(), cancellationToken);
        return TypedResults.Created($"{http.Request.PathBase}/api/v1/admin/sources/{source.Id}", source);
    }

    private static async Task<Results<Ok<SourceView>, ProblemHttpResult>> ChangeAsync(
        Guid id, SourceBody body, HttpContext http, SourceDesk desk, CancellationToken cancellationToken) =>
        await desk.ChangeAsync(id, body, http.Actor(), cancellationToken) is { } source ? TypedResults.Ok(source) : NoSource();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, HttpContext http, SourceDesk desk, CancellationToken cancellationToken) =>
        await desk.RemoveAsync(id, http.Actor(), cancellationToken) ? TypedResults.NoContent() : NoSource();

    private static async Task<Results<Accepted, ProblemHttpResult>> RunAsync(Guid id, SourceDesk desk, CancellationToken cancellationToken) =>
        await desk.RunAsync(id, cancellationToken) ? TypedResults.Accepted((string?)null) : NoSource();

    private static async Task<Ok<TrialView>> TestAsync(SourceTestBody body, SourceDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(TrialView.Of(await desk.TestAsync(body, cancellationToken)));

    private static ProblemHttpResult NoSource() =>
        TypedResults.Problem("No source has this id.", statusCode: 404, title: "There is no such source", type: "urn:listening:problem:no-such-source");

    private static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (SourceRefusedException refused)
        {
            var detail = refused.Faults.First().Value[0];
            return TypedResults.Problem(
                detail, statusCode: refused.Status, title: refused.Title, type: "urn:listening:problem:source", extensions: new Dictionary<string, object?> { ["errors"] = refused.Faults });
        }
    }
}
