using System.Globalization;
using Listening.Access;
using Listening.Measuring;
using Listening.Reporting;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Reporting;

/// <summary>The engagement report, and what people write at dates.</summary>
public static class ReportEndpoints
{
    private const int LongestAnnotation = 200;
    private static readonly TimeSpan Shown = TimeSpan.FromHours(1);

    /// <summary>Maps <c>/report</c> and <c>/annotations</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapReport(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Report");
        group.MapGet("/report", ReadAsync).RequireAuthorization(Scopes.ReadInternal).WithSummary("The engagement report: sentences, cards, tables, with freshness and definitions. One that takes long is kept: with Cache-Control: max-age=N a kept one serves that was begun at most N seconds ago; Age says how long ago.");
        group.MapGet("/report.csv", FileAsync).RequireAuthorization(Scopes.ReadInternal).WithSummary("The same as CSV.").Produces<string>(200, "text/csv");
        group.MapGet("/reports/{id}", RestateAsync).RequireAuthorization(Scopes.ReadInternal).WithSummary("A report that was sent, beside what is known now as of the same instant, and what changed since.");
        group.MapGet("/annotations", ListAsync).RequireAuthorization(Scopes.ReadInternal).WithSummary("What people wrote at dates; from and to are dates, both inclusive.");
        group.MapPost("/annotations", AddAsync).RequireAuthorization(Scopes.ReadInternal).WithSummary("Writes a line at a date.").ProducesProblem(400);
        group.MapDelete("/annotations/{id}", RemoveAsync).RequireAuthorization(Scopes.ReadInternal).WithSummary("Takes a line away.");
        return api;
    }

    private static async Task<Ok<EngagementReport>> ReadAsync(
        [AsParameters] ReportParameters parameters, HttpContext http, ReportReadings readings, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ShownAsync(parameters, http, readings, time, cancellationToken));

    private static async Task<ContentHttpResult> FileAsync(
        [AsParameters] ReportParameters parameters, HttpContext http, ReportReadings readings, TimeProvider time, CancellationToken cancellationToken)
    {
        // A link cannot say what age it accepts: by the instant of a report that was shown it asks for that one.
        var report = await ShownAsync(parameters, http, readings, time, cancellationToken, parameters.AsOf is null ? default : Shown);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"engagement-report-{report.To.UtcDateTime:yyyy-MM-dd}.csv\"";
        return TypedResults.Text(ReportCsv.Of(report), "text/csv; charset=utf-8");
    }

    // How old it is (RFC 9111, 5.1).
    private static async Task<EngagementReport> ShownAsync(ReportParameters parameters, HttpContext http, ReportReadings readings, TimeProvider time, CancellationToken cancellationToken, TimeSpan anyway = default)
    {
        var accepted = AcceptedAge.Of(http.Request) is var age && age > anyway ? age : anyway;
        var shown = await readings.ReadAsync(parameters.Ask(time.GetUtcNow(), Sight.Of(http.User)), accepted, cancellationToken);
        http.Response.Headers.Age = ((long)shown.Age.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return shown.Report;
    }

    private static async Task<Results<Ok<RestatedReport>, NotFound>> RestateAsync(
        Guid id, IReportWriter writer, ILatePosts late, [FromServices] ISentReports? kept, CancellationToken cancellationToken)
    {
        if (kept is null || await kept.FindAsync(id, cancellationToken) is not { } sent) return TypedResults.NotFound();
        var report = sent.Report;
        // The same question: what else the reader may see would be told as a change.
        var now = await writer.WriteAsync(new(report.Brand, report.From, report.To, report.Comparison) { AsOf = report.AsOf, Filter = report.Filter, WithInternal = sent.WithInternal }, cancellationToken);
        return TypedResults.Ok(Restatement.Of(sent, now, await late.CountAsync(report.Brand, report.From, report.To, report.AsOf, cancellationToken)));
    }

    private static async Task<Ok<AnnotationItems>> ListAsync(DateOnly? from, DateOnly? to, IAnnotations annotations, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AnnotationItems(await annotations.ListAsync(from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue, cancellationToken)));

    private static async Task<Results<Created<Annotation>, ValidationProblem>> AddAsync(
        AnnotationRequest body, HttpContext http, IAnnotations annotations, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var text = (body.Text ?? "").Trim();
        if (body.Date is not { } date) return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["date"] = ["Give the date as 2026-11-12."] });
        if (text.Length is 0 or > LongestAnnotation || text.Any(char.IsControl))
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["text"] = [$"The note is one line of at most {LongestAnnotation} characters."] });
        var by = http.Actor();
        var added = new Annotation(Guid.NewGuid(), date, text, by.Name, time.GetUtcNow());
        await annotations.AddAsync(added, cancellationToken);
        await audit.RecordAsync(new(added.At, by.Name, "annotation.added", added.Id.ToString(), null, $"{date:yyyy-MM-dd} {text}", by.Address), CancellationToken.None);
        return TypedResults.Created($"/api/v1/annotations/{added.Id}", added);
    }

    private static async Task<Results<NoContent, NotFound>> RemoveAsync(
        Guid id, HttpContext http, IAnnotations annotations, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var by = http.Actor();
        if (await annotations.RemoveAsync(id, cancellationToken) is not { } removed) return TypedResults.NotFound();
        await audit.RecordAsync(new(time.GetUtcNow(), by.Name, "annotation.removed", id.ToString(), $"{removed.Date:yyyy-MM-dd} {removed.Text}", null, by.Address), CancellationToken.None);
        return TypedResults.NoContent();
    }
}
