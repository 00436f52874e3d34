using Listening.Exporting;
using Listening.Storing;
using Listening.Web.Hosting;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Exporting;

/// <summary>Files of posts, and of the rows behind a number.</summary>
public static class ExportEndpoints
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    /// <summary>What writes files.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services) => services.AddSingleton<ExportSlots>();

    /// <summary>Maps <c>/export</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapExports(this RouteGroupBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapGet("/export", ExportAsync).RequireAuthorization(Scopes.Read).WithTags("Metrics")
            .WithSummary("A file (format csv, ndjson or parquet) of the posts that a search finds, or of all the rows behind a metric's number.");
        return api;
    }

    private static async Task<Results<ExportFile, ProblemHttpResult>> ExportAsync(
        string? metric, string? q, string? format, [AsParameters] MetricParameters parameters, HttpContext http,
        IExports exports, IFactReader facts, IFactFiles files, ExportSlots slots, ReportingTime reporting, DemoState demo, TimeProvider time, CancellationToken cancellationToken)
    {
        var kind = ExportFormat.Of(format);
        var sight = Sight.Of(http.User);
        var what = metric is null ? "posts" : metric;
        var export = metric is null
            ? exports.Posts(new()
            {
                Filter = QuestionText.Blank(q), From = QuestionText.Instant("from", parameters.From), To = QuestionText.Instant("to", parameters.To), WithInternal = sight.Internal,
            })
            : await exports.RowsAsync(parameters.Ask(metric, reporting, time.GetUtcNow(), sight), cancellationToken);
        if (slots.Take() is not { } slot)
        {
            http.Response.Headers.RetryAfter = $"{(int)Again.TotalSeconds}";
            return TypedResults.Problem("Three files are being written already; ask again in a moment.", statusCode: StatusCodes.Status429TooManyRequests,
                title: "Too many files at once", type: "urn:listening:problem:exports");
        }

        http.Response.RegisterForDispose(slot);
        return new ExportFile(export, kind, $"{(demo.Simulated ? "simulated-" : "")}listening-{what}", facts, files);
    }
}
