using System.Text.Json;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Listening.Web.Streaming;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Dashboards;

/// <summary>Dashboards and what their tiles show.</summary>
public static class DashboardEndpoints
{
    /// <summary>Maps <c>/dashboards</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapDashboards(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/dashboards").RequireAuthorization(Scopes.Read).WithTags("Dashboards");
        group.MapGet("/", All).WithSummary("Every dashboard, shipped or yours, with its definition or what is wrong with its file.");
        group.MapGet("/{id}", One).WithSummary("One dashboard's definition.");
        group.MapGet("/{id}/tiles/{tile}", TileAsync).WithSummary("What one tile shows. With asOf and Cache-Control: max-age=N an answer as of that instant serves that was made at most N seconds ago.");
        return api;
    }

    private static Ok<IEnumerable<DashboardSummary>> All(DashboardFolder folder) => TypedResults.Ok(folder.Entries.Select(DashboardSummary.Of));

    private static Results<Ok<JsonElement>, NotFound, ProblemHttpResult> One(string id, DashboardFolder folder)
    {
        if (folder.Find(id) is { } dashboard) return TypedResults.Ok(dashboard.Definition);
        return folder.Entries.FirstOrDefault(entry => entry.Id == id)?.Fault is { } fault
            ? TypedResults.Problem(fault.ToString(), statusCode: StatusCodes.Status422UnprocessableEntity, title: "This dashboard's file cannot be used.", type: "urn:listening:dashboard")
            : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<TileAnswer>, NotFound>> TileAsync(
        string id, string tile, [AsParameters] MetricParameters parameters, HttpContext http,
        DashboardFolder folder, KeptTiles tiles, CancellationToken cancellationToken)
    {
        if (folder.Find(id)?.Tiles.FirstOrDefault(candidate => candidate.Id == tile) is not { } definition) return TypedResults.NotFound();
        var topic = new TileTopic(id, tile, parameters, Sight.Of(http.User));
        return TypedResults.Ok(await tiles.ReadAsync(topic, definition, AcceptedAge.Of(http.Request), cancellationToken));
    }
}
