using System.Security.Claims;
using Listening.Brands;
using Listening.Desk.Reporting;
using Listening.Measuring;
using Listening.Reporting;
using Listening.Reporting.Sending;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Mailing;

/// <summary>Reports that are sent by themselves.</summary>
public static class ReportScheduleEndpoints
{
    private const int UsualHour = 8;

    /// <summary>Maps <c>/admin/report-schedules</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapReportSchedules(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/admin/report-schedules").RequireAuthorization(Scopes.Admin).WithTags("Reports").WithMetadata(new RequestSizeLimitAttribute(64 * 1024));
        group.MapGet("", ListAsync).WithSummary("Reports that are sent by themselves, and when the next is due.");
        group.MapPost("", AddAsync).WithSummary("Sends a report by itself: daily, weekly or monthly, at an hour of the reporting zone.").ProducesProblem(400);
        group.MapPatch("/{id}", ChangeAsync).WithSummary("Changes a schedule; what is left out stays.").ProducesProblem(400).ProducesProblem(404);
        group.MapDelete("/{id}", RemoveAsync).WithSummary("Forgets a schedule, not what it sent.").ProducesProblem(404);
        group.MapPost("/{id}/send", SendAsync).WithSummary("Sends the report of its newest whole period at once, to whoever asks or to 'to'.").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        return api;
    }

    private static async Task<Ok<ReportSchedulesView>> ListAsync(
        ReportSchedules schedules, ReportPost post, ReportPrinter printer, CurrentRegistry registry, TimeProvider time, CancellationToken cancellationToken)
    {
        var (reads, now) = (registry.Now, time.GetUtcNow());
        var items = (await schedules.ListAsync(cancellationToken)).Select(schedule => ReportScheduleView.Of(schedule, reads.Zone, reads.WeekStart, now));
        return TypedResults.Ok(new ReportSchedulesView([.. items], post.HasMail, post.HasWebhook, printer.IsPresent));
    }

    private static async Task<Results<Created<ReportScheduleView>, ProblemHttpResult>> AddAsync(
        ReportScheduleRequest request, HttpContext http, ReportSchedules schedules, CurrentRegistry registry, TimeProvider time, CancellationToken cancellationToken)
    {
        var (reads, now, by) = (registry.Now, time.GetUtcNow(), http.Actor());
        var schedule = request.Change(
            new()
            {
                Id = Guid.NewGuid(), Brand = null, Cadence = ReportCadence.Weekly, Hour = UsualHour, Recipients = [], Formats = [ReportFormat.Csv, ReportFormat.Pdf], Webhook = false,
                Comparison = ReportComparison.Previous, Enabled = true, Since = now, By = by.Name,
            },
            by.Name, now);
        if (ReportRules.Fault(schedule, reads.Registry) is { } fault) return Problem(400, fault);
        await schedules.AddAsync(schedule, by, cancellationToken);
        return TypedResults.Created($"{http.Request.PathBase}/api/v1/admin/report-schedules/{schedule.Id}", ReportScheduleView.Of(schedule, reads.Zone, reads.WeekStart, now));
    }

    private static async Task<Results<Ok<ReportScheduleView>, ProblemHttpResult>> ChangeAsync(
        Guid id, ReportScheduleRequest request, HttpContext http, ReportSchedules schedules, CurrentRegistry registry, TimeProvider time, CancellationToken cancellationToken)
    {
        var (reads, now, by) = (registry.Now, time.GetUtcNow(), http.Actor());
        if (await schedules.FindAsync(id, cancellationToken) is not { } kept) return Unknown();
        if (ReportRules.Fault(request.Change(kept, by.Name, now), reads.Registry) is { } fault) return Problem(400, fault);
        return await schedules.ChangeAsync(id, schedule => request.Change(schedule, by.Name, now), by, cancellationToken) is { } changed
            ? TypedResults.Ok(ReportScheduleView.Of(changed, reads.Zone, reads.WeekStart, now))
            : Unknown();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, HttpContext http, ReportSchedules schedules, CancellationToken cancellationToken) =>
        await schedules.RemoveAsync(id, http.Actor(), cancellationToken) ? TypedResults.NoContent() : Unknown();

    private static async Task<Results<Accepted<KeptReport>, ProblemHttpResult>> SendAsync(
        Guid id, SendReportRequest request, HttpContext http, ReportSchedules schedules, ReportRound round, ReportPost post, IReportTurns turns, CurrentRegistry registry, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await schedules.FindAsync(id, cancellationToken) is not { } schedule) return Unknown();
        if (!post.HasMail) return Problem(409, "No mail server is set: Alerts:Mail:Host.");
        var to = request.To ?? (http.User.FindFirst(ClaimTypes.Email)?.Value is { } own ? [own] : []);
        if (to.Count == 0) return Problem(400, "Say whom it is sent to: 'to', with mail addresses.");
        if (ReportRules.Fault(to) is { } fault) return Problem(400, fault);
        var reads = registry.Now;
        // Of the newest period that is over, whatever the hour.
        var turn = ReportTurn.Newest(schedule.Cadence, 0, reads.Zone, reads.WeekStart, time.GetUtcNow());
        try
        {
            var report = await round.WriteAsync(new(schedule.Brand, turn.From, turn.To, schedule.Comparison), http.Actor().Name, schedule.Formats, [.. to.Distinct(StringComparer.OrdinalIgnoreCase)], cancellationToken);
            await turns.StartAsync(cancellationToken);
            return TypedResults.Accepted($"{http.Request.PathBase}/api/v1/reports/{report.Id}", new KeptReport(report.Id));
        }
        catch (MetricQuestionException unasked)
        {
            return Problem(400, unasked.Message);
        }
    }

    private static ProblemHttpResult Unknown() => Problem(404, "There is no schedule of this id.");

    private static ProblemHttpResult Problem(int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: "This cannot be scheduled", type: "urn:listening:problem:report-schedule");
}
