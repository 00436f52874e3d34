using Listening.Measuring;
using Listening.Storing;
using Listening.Web.Pictures;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Measuring;

/// <summary>The catalogue, the numbers, and the rows behind each number.</summary>
public static class MetricEndpoints
{
    private const int LargestPage = 500;

    /// <summary>Maps <c>/metrics</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapMetrics(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/metrics").RequireAuthorization(Scopes.Read).WithTags("Metrics");
        group.MapGet("/", Catalogue).WithSummary("Every metric: id, title, definition, unit, direction, cohort, dimensions.");
        group.MapGet("/{id}", AnswerAsync).WithSummary("One metric's number, series and comparison.");
        group.MapGet("/{id}/posts", RowsAsync).WithSummary("The rows behind the number; total equals n within one revision.");
        return api;
    }

    private static Ok<IReadOnlyList<MetricDefinition>> Catalogue(IMetrics metrics) => TypedResults.Ok(metrics.Catalogue);

    private static async Task<Ok<MetricAnswer>> AnswerAsync(
        string id, [AsParameters] MetricParameters parameters, HttpContext http, IMetrics metrics, ReportingTime reporting, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(await metrics.AnswerAsync(parameters.Ask(id, reporting, time.GetUtcNow(), Sight.Of(http.User)), cancellationToken));

    private static async Task<Ok<MetricRows>> RowsAsync(
        string id, [AsParameters] MetricParameters parameters, string? cursor, int? limit, HttpContext http,
        IMetrics metrics, ReportingTime reporting, IStoredPosts stored, TimeProvider time, CancellationToken cancellationToken)
    {
        var rows = await metrics.RowsAsync(parameters.Ask(id, reporting, time.GetUtcNow(), Sight.Of(http.User)), cursor, Math.Clamp(limit ?? 50, 1, LargestPage), cancellationToken);
        return TypedResults.Ok(rows with { Items = await ShownPictures.WithAsync(rows.Items, stored, cancellationToken) });
    }
}
