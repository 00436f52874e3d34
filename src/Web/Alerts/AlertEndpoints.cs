using System.Globalization;
using Listening.Desk.Alerts;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Alerts;

/// <summary>What people were alerted of.</summary>
public static class AlertEndpoints
{
    private const int LargestPage = 200;

    /// <summary>Maps <c>/alerts</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapAlerts(this RouteGroupBuilder api)
    {
        api.MapGet("/alerts", ListAsync).RequireAuthorization(Scopes.Read).WithTags("Alerts").WithSummary("Alerts, the newest first, those that were taken back with why.").ProducesProblem(400);
        return api;
    }

    private static async Task<Results<Ok<AlertPage>, ProblemHttpResult>> ListAsync(AlertBook book, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var before = 0L;
        if (limit is < 1 or > LargestPage) return TypedResults.Problem($"'limit' is 1 to {LargestPage}.", statusCode: 400, title: "This cannot be asked", type: "urn:listening:problem:limit");
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return TypedResults.Problem("'cursor' is what an earlier page said.", statusCode: 400, title: "This cannot be asked", type: "urn:listening:problem:cursor");
        var most = limit ?? 50;
        var alerts = await book.ListAsync(cursor is null ? null : before, most + 1, cancellationToken);
        var page = alerts.Take(most).Select(AlertView.Of).ToList();
        return TypedResults.Ok(new AlertPage(page, alerts.Count > most ? page[^1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }
}
