using Listening.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Replying;

/// <summary>Asking inside.</summary>
public static class AskEndpoint
{
    /// <summary>Maps <c>/cases/ID/ask</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapAsking(this RouteGroupBuilder api)
    {
        api.MapPost("/cases/{id}/ask", AskAsync).RequireAuthorization(Scopes.Triage).WithTags("Cases").WithMetadata(new RequestSizeLimitAttribute(64 * 1024))
            .Produces<QuestionView>(202).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Puts a question to people inside; the first good answer is brought back into the case, and each hop is timed.")
            .WithDescription("source is the name of an internal source. Where nothing can be sent the state is by_hand: put text there; the answer is found by mark.");
        return api;
    }

    private static Task<IResult> AskAsync(long id, AskRequest request, HttpContext http, Asking asking, CancellationToken cancellationToken) =>
        asking.AskAsync(id, request, http.Actor(), ServerAddress.Of(http), cancellationToken);
}
