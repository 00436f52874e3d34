using Listening.Web.Dashboards;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Streaming;

/// <summary>Server-sent events: what moves on a dashboard, and what is new of cases.</summary>
public static class StreamEndpoint
{
    /// <summary>Maps <c>/stream</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapStream(this RouteGroupBuilder api)
    {
        api.MapGet("/stream", Follow).RequireAuthorization(Scopes.Read).WithTags("Dashboards")
            .WithSummary("Events 'tile' with what moved, 'reset' when everything is to be fetched again, 'session' when brands or the reporting zone have changed; resumes by Last-Event-ID.")
            .WithDescription("dashboard=ID follows its tiles. cases=true (scope triage) follows cases: 'case' with each that is new or changed, as it stands, and 'presence' with who is at one; after a "
                + "restart too, nothing is missed by who sends Last-Event-ID. Both may be followed at once.");
        return api;
    }

    private static Results<ServerSentEventsResult<string>, NotFound, ForbidHttpResult, ProblemHttpResult> Follow(
        string? dashboard, string? tiles, bool? cases, [AsParameters] MetricParameters parameters, [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        HttpContext http, DashboardFolder folder, ReportingTime reporting, TimeProvider time, TileBoard board, CaseFeed feed, OpenStream open, CancellationToken cancellationToken)
    {
        var (ofTiles, ofCases) = (dashboard is not null, cases == true);
        if (!ofTiles && !ofCases) return TypedResults.Problem("Say dashboard=ID or cases=true.", statusCode: 400, title: "Nothing is asked for", type: "urn:listening:problem:stream");
        if (ofCases && !http.User.HasClaim("scope", Scopes.Triage) && !http.User.HasClaim("scope", Scopes.Admin)) return TypedResults.Forbid();
        var mark = StreamMark.Read(lastEventId, ofTiles, ofCases);
        var topics = new HashSet<TileTopic>();
        if (ofTiles)
        {
            if (folder.Find(dashboard!) is not { } found) return TypedResults.NotFound();
            var sight = Sight.Of(http.User);
            parameters.Ask("", reporting, time.GetUtcNow(), sight); // what cannot be asked is refused now, not in every event
            var wanted = tiles?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
            topics.UnionWith(found.Tiles.Where(tile => wanted is null || wanted.Contains(tile.Id)).Select(tile => new TileTopic(dashboard!, tile.Id, parameters, sight)));
        }

        http.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(open.LastAsync(
            http,
            ended => !ofCases ? board.FollowAsync(topics, mark.Tiles, ended) : !ofTiles ? feed.FollowAsync(mark.Cases, ended)
                : mark.BothAsync(board.FollowAsync(topics, mark.Tiles, ended), feed.FollowAsync(mark.Cases, ended), ended),
            cancellationToken));
    }
}
