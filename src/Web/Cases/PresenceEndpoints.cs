using Listening.Desk.Cases;
using Listening.Web.Security;
using Listening.Web.Streaming;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Cases;

/// <summary>Who is at a case.</summary>
internal static class PresenceEndpoints
{
    /// <summary>Maps <c>/cases/{id}/presence</c> below <paramref name="cases"/>.</summary>
    public static void MapPresence(this RouteGroupBuilder cases)
    {
        cases.MapPut("/{id}/presence", HereAsync).WithSummary("A heartbeat of who looks at a case or answers it, every 20 seconds; answers with who is there.")
            .WithDescription("Who is silent for 45 seconds has left. Kept in memory: after a restart the next heartbeats tell it again.").ProducesProblem(400).ProducesProblem(404);
        cases.MapDelete("/{id}/presence", Gone).WithSummary("Leaves a case before the heartbeats end.");
    }

    private static async Task<IResult> HereAsync(
        long id, PresenceRequest request, HttpContext http, CaseDesk desk, CasePresence presence, CaseFeed feed, CancellationToken cancellationToken)
    {
        if (request.Doing is not { } doing || !Enum.IsDefined(doing)) return CaseRefusal.Faulty("doing is viewing or replying.");
        if (!await desk.ExistsAsync(id, cancellationToken)) return CaseRefusal.Unknown();
        if (presence.Here(id, http.Actor().Name, doing)) feed.Tell(new(id, presence.At(id)));
        return TypedResults.Ok(new PresenceNotice(id, presence.At(id)));
    }

    private static NoContent Gone(long id, HttpContext http, CasePresence presence, CaseFeed feed)
    {
        if (presence.Gone(id, http.Actor().Name)) feed.Tell(new(id, presence.At(id)));
        return TypedResults.NoContent();
    }
}
