using System.Globalization;
using Listening.Brands;
using Listening.Desk.Reporting;
using Listening.Measuring;
using Listening.Reporting.Sending;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Mailing;

/// <summary>Reports that were sent or kept, and links that open one of them without signing in.</summary>
public static class ReportShareEndpoints
{
    private const int LargestPage = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(731);
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Maps <c>/reports</c> below <paramref name="api"/>; one report itself is somebody else's.</summary>
    public static RouteGroupBuilder MapSentReports(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/reports").WithTags("Reports").WithMetadata(new RequestSizeLimitAttribute(64 * 1024));
        group.MapGet("", ListAsync).RequireAuthorization(Scopes.Read).ProducesProblem(400)
            .WithSummary("Reports that were sent or kept, the newest first, and how their sending goes.").WithDescription("'perhaps_twice': nobody said how an earlier try ended; a repeat has the same Message-ID.");
        group.MapPost("", KeepAsync).RequireAuthorization(Scopes.Admin).WithSummary("Keeps a report as it is now, to share it.").ProducesProblem(400);
        group.MapGet("/{id}/links", LinksAsync).RequireAuthorization(Scopes.Admin).WithSummary("Links that open a report without signing in; never their tokens.");
        group.MapPost("/{id}/links", LinkAsync).RequireAuthorization(Scopes.Admin).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Makes a link that opens this report and nothing else, until it expires or is taken back. Its address is told only now.");
        group.MapDelete("/{id}/links/{link}", RevokeAsync).RequireAuthorization(Scopes.Admin).WithSummary("Takes a link back.").ProducesProblem(404);
        return api;
    }

    private static async Task<Results<Ok<SentReportsPage>, ProblemHttpResult>> ListAsync(HttpContext http, ReportShelf shelf, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var before = 0L;
        if (limit is < 1 or > LargestPage) return Problem(400, $"'limit' is 1 to {LargestPage}.");
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before)) return Problem(400, "'cursor' is what an earlier page said.");
        var most = limit ?? 50;
        var found = await shelf.ListAsync(cursor is null ? null : before, most + 1, cancellationToken);
        var addresses = http.User.Has(Scopes.Admin);
        return TypedResults.Ok(new SentReportsPage(
            [.. found.Take(most).Select(entry => SentReportView.Of(entry, addresses))], found.Count > most ? found[most - 1].Number.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<Results<Created<KeptReport>, ProblemHttpResult>> KeepAsync(
        KeepReportRequest request, HttpContext http, ReportRound round, CurrentRegistry registry, CancellationToken cancellationToken)
    {
        var brand = request.Brand is { Length: > 0 } ? request.Brand : null;
        if (request.From >= request.To || request.To - request.From > Longest || request.From < Earliest || request.To > Earliest.AddYears(200)) return Problem(400, "'from' is before 'to', by two years at the most.");
        if (ReportRules.Fault(brand, registry.Now.Registry) is { } fault) return Problem(400, fault);
        try
        {
            var report = await round.WriteAsync(new(brand, request.From, request.To, request.Comparison) { Filter = request.Filter }, http.Actor().Name, [], [], cancellationToken);
            return TypedResults.Created($"{http.Request.PathBase}/api/v1/reports/{report.Id}", new KeptReport(report.Id));
        }
        catch (MetricQuestionException unasked)
        {
            return Problem(400, unasked.Message);
        }
    }

    private static async Task<Ok<IReadOnlyList<ReportLink>>> LinksAsync(Guid id, ReportLinks links, CancellationToken cancellationToken) =>
        TypedResults.Ok(await links.ListAsync(id, cancellationToken));

    private static async Task<Results<Created<NewLink>, ProblemHttpResult>> LinkAsync(Guid id, NewLinkRequest request, HttpContext http, ReportLinks links, CancellationToken cancellationToken)
    {
        if (request.Days is < 1 or > 366) return Problem(400, "'days' is 1 to 366.");
        if (await links.CreateAsync(id, TimeSpan.FromDays(request.Days), http.Actor(), cancellationToken) is not var (link, token)) return Problem(404, "There is no report of this id.");
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created((string?)null, new NewLink(link.Id, new Uri(ServerAddress.Of(http), $"shared/report/{token}"), link.Expires));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(Guid id, Guid link, HttpContext http, ReportLinks links, CancellationToken cancellationToken) =>
        await links.RevokeAsync(id, link, http.Actor(), cancellationToken) ? TypedResults.NoContent() : Problem(404, "There is no such link, or it was taken back.");

    private static ProblemHttpResult Problem(int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: "This cannot be done with reports", type: "urn:listening:problem:reports");
}
