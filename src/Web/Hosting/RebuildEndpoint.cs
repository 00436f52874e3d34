using Listening.Storing;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Hosting;

/// <summary><c>POST /admin/rebuild</c>: derives everything again while readers keep the facts they have.</summary>
public static class RebuildEndpoint
{
    /// <summary>Maps it below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapRebuild(this RouteGroupBuilder api)
    {
        api.MapPost("/admin/rebuild", RebuildAsync).RequireAuthorization(Scopes.Admin).WithTags("Admin")
            .WithSummary("Derives all facts again from the stored versions and labels; answers when they are there.");
        return api;
    }

    // A rebuild that was begun is finished also when nobody waits for the answer any more.
    private static async Task<NoContent> RebuildAsync(IFactProjector projector, IFactReader facts, Revisions revisions, IHostApplicationLifetime lifetime)
    {
        await projector.RebuildAsync(null, lifetime.ApplicationStopping);
        revisions.Announce(facts.Revision);
        return TypedResults.NoContent();
    }
}
