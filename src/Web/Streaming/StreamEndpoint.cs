using System.Globalization;
using Listening.Web.Dashboards;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Streaming;

/// <summary>Server-sent events: what moves on a dashboard.</summary>
public static class StreamEndpoint
{
    /// <summary>Maps <c>/stream</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapStream(this RouteGroupBuilder api)
    {
        api.MapGet("/stream", Follow).RequireAuthorization(Scopes.Read).WithTags("Dashboards")
            .WithSummary("Events 'tile' with what moved, 'reset' when everything is to be fetched again, 'session' when brands or the reporting zone have changed; resumes by Last-Event-ID.");
        return api;
    }

    private static Results<ServerSentEventsResult<string>, NotFound> Follow(
        string dashboard, string? tiles, [AsParameters] MetricParameters parameters, [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        HttpContext http, DashboardFolder folder, Reporting reporting, TimeProvider time, TileBoard board, OpenStream open, CancellationToken cancellationToken)
    {
        if (folder.Find(dashboard) is not { } found) return TypedResults.NotFound();
        var sight = Sight.Of(http.User);
        parameters.Ask("", reporting, time.GetUtcNow(), sight); // what cannot be asked is refused now, not in every event
        var wanted = tiles?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        var topics = found.Tiles
            .Where(tile => wanted is null || wanted.Contains(tile.Id))
            .Select(tile => new TileTopic(dashboard, tile.Id, parameters, sight))
            .ToHashSet();
        long? lastSeen = long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(open.LastAsync(http, ended => board.FollowAsync(topics, lastSeen, ended), cancellationToken));
    }
}
