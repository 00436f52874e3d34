using Listening.Storing;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Hosting;

/// <summary><c>POST /admin/optimize</c>: merges the facts that are in pieces, as every night.</summary>
public static class OptimizeEndpoint
{
    /// <summary>Maps it below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapOptimize(this RouteGroupBuilder api)
    {
        api.MapPost("/admin/optimize", OptimizeAsync).RequireAuthorization(Scopes.Admin).WithTags("Admin")
            .WithSummary("Merges the facts that are in pieces and answers what was merged.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<OptimizedStretch>>> OptimizeAsync(IStoreOptimizer optimizer, CancellationToken cancellationToken) =>
        TypedResults.Ok(await optimizer.OptimizeAsync(cancellationToken));
}
