using Listening.Access;
using Listening.Desk.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Security;

/// <summary>Keys and sign-in links over HTTP.</summary>
internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder endpoints)
    {
        var admin = endpoints.MapGroup("/api/v1/admin").RequireAuthorization(Scopes.Admin);
        admin.MapGet("/keys", ListAsync);
        admin.MapPost("/keys", AddAsync);
        admin.MapDelete("/keys/{nameOrId}", RevokeAsync);
        admin.MapPost("/links", LinkAsync);
    }

    private static async Task<Ok<IReadOnlyList<ApiKey>>> ListAsync(IApiKeys keys, CancellationToken cancellationToken) =>
        TypedResults.Ok(await keys.ListAsync(cancellationToken));

    private static async Task<Results<Created<KeyAnswer>, ProblemHttpResult>> AddAsync(KeyRequest request, HttpContext http, IApiKeys keys, CancellationToken cancellationToken)
    {
        if (KeyRules.Fault(request.Name, request.Scopes) is { } fault) return Problem(400, "key", "This key cannot be made", fault);
        try
        {
            var made = await keys.AddAsync(request.Name, request.Scopes, http.Actor(), cancellationToken);
            return TypedResults.Created($"/api/v1/admin/keys/{made.Key.Id}", KeyAnswer.Of(made));
        }
        catch (ApiKeyNameTakenException taken)
        {
            return Problem(409, "name-taken", "The name is taken", taken.Message);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string nameOrId, HttpContext http, IApiKeys keys, KnownKeys known, CancellationToken cancellationToken)
    {
        var revoked = await keys.RevokeAsync(nameOrId, http.Actor(), cancellationToken);
        known.Forget();
        return revoked ? TypedResults.NoContent() : Problem(404, "no-such-key", "There is no such key", "No key that is good has this name or id.");
    }

    private static async Task<Created<LinkAnswer>> LinkAsync(HttpContext context, SignInLinks links, CancellationToken cancellationToken)
    {
        var link = await links.CreateAsync(context.Actor(), cancellationToken);
        return TypedResults.Created((string?)null, new LinkAnswer(ServerAddress.SignIn(ServerAddress.Of(context), link.Token), link.Expires));
    }

    private static ProblemHttpResult Problem(int status, string type, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}");
}
