using System.Globalization;
using Listening.Cases;
using Listening.Desk.Cases;
using Listening.Desk.People;
using Listening.Measuring.Searching;
using Listening.Web.Cases.Ruling;
using Listening.Web.Cases.Similar;
using Listening.Web.Cases.Views;
using Listening.Web.Replying;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Cases;

/// <summary>The queue of customers who wait, and what agents do there.</summary>
public static class CaseEndpoints
{
    private const int LargestPage = 200;
    private const int LongestNote = 4_000;
    private const string Changing = "ETag and If-Match are the case's version: 409 with the present state when it is another, or when the case cannot be changed so any more.";

    /// <summary>Maps <c>/cases</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapCases(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/cases").RequireAuthorization(Scopes.Triage).WithTags("Cases");
        group.MapGet("", ListAsync).WithSummary("A queue of cases, what matters first, with the counts of all queues.")
            .WithDescription("view is needs_answer, mine, unassigned, due_soon, snoozed, reopened, answered_by_competitor, promise_due, at_risk, not_sure, waiting_for_expert, to_approve or returned (the last two are counted only where answers wait for a supervisor). q is the search language: words of the text, the handle or the name, fields of posts, and assignee: team: tag: state: view: outcome: has: priority: episode: outbreak: due:. Without q the cases of an outbreak are one row.")
            .ProducesProblem(400);
        group.MapGet("/{id}", ReadAsync).WithSummary("A case with its tags, notes and history. ETag is its version.")
            .WithDescription("Where the case was merged into another, 307 leads there; follow=false shows the merged one.").ProducesProblem(404);
        group.MapCaseFiles();
        Changes(group.MapPost("/{id}/claim", ClaimAsync), "Takes a case that nobody has; of any number who try at once one wins.");
        Changes(group.MapPost("/{id}/assign", AssignAsync), "Gives a case to somebody, or to nobody.");
        Changes(group.MapPost("/{id}/snooze", SnoozeAsync), "Puts a case off; the customer's clock runs on.");
        Changes(group.MapPost("/{id}/resolve", ResolveAsync), "Calls a case done. Only an answer seen in public answers it; no answer needed takes it out of the cohort.");
        Changes(group.MapPost("/{id}/reopen", ReopenAsync), "Takes a resolve back; the next wait opens a new episode.");
        Changes(group.MapPost("/{id}/notes", NoteAsync), "Writes a note, which stays inside.");
        Changes(group.MapPost("/{id}/tags", TagAsync), "Sets tags and takes tags off.");
        group.MapPresence();
        group.MapCaseWork();
        group.MapAuthors();
        group.MapSimilar();
        return api.MapSavedViews().MapCaseRules();
    }

    internal static void Changes(RouteHandlerBuilder endpoint, string summary) =>
        endpoint.WithSummary(summary).WithDescription(Changing).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<CasePage>, ProblemHttpResult>> ListAsync(
        string? view, string? q, string? cursor, int? limit, HttpContext http, CaseQueues queues, KeptCounts kept, CasePresence presence, ReplyApproval approval, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (CaseViewNames.Read(view) is not { } queue) return CaseRefusal.Faulty($"view is one of {CaseViewNames.All}.");
        if (!CaseCursor.TryRead(cursor, out var after)) return CaseRefusal.Faulty("cursor is none that was given here.");
        var me = http.Actor().Name;
        var size = Math.Clamp(limit ?? 50, 1, LargestPage);
        var search = SearchQuery.ParseOptional(q, SearchSubject.Cases);
        var found = await queues.ReadAsync(new(queue, me, search, after, size + 1), cancellationToken);
        var counts = await kept.OfAsync(me, cancellationToken);
        var page = found.Take(size).ToList();
        var similar = search is null ? await queues.SimilarAsync(queue, me, page, cancellationToken) : new Dictionary<long, int>();
        return TypedResults.Ok(new CasePage(
            queue, counts.Where(count => approval.On || count.Value > 0 || count.Key is not (CaseView.ToApprove or CaseView.Returned)).ToDictionary(count => CaseViewNames.Write(count.Key), count => count.Value),
            [.. Summaries(page, presence, time).Select(one => one with { Similar = similar.GetValueOrDefault(one.Case.Outbreak ?? 0) })],
            found.Count > size ? CaseCursor.Write(page[^1].Rank, page[^1].Id) : null));
    }

    private static async Task<Results<Ok<CaseDetail>, RedirectHttpResult, ProblemHttpResult>> ReadAsync(
        long id, bool? follow, HttpContext http, CaseDetails details, CancellationToken cancellationToken)
    {
        if (await details.ReadAsync(id, cancellationToken) is not var (detail, _)) return CaseRefusal.Unknown();
        if (detail.Case.MergedInto is { } into && follow != false)
            return TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"{http.Request.PathBase}/api/v1/cases/{into}"), permanent: false, preserveMethod: true);
        Tag(http, detail.Case);
        return TypedResults.Ok(detail);
    }

    private static Task<IResult> ClaimAsync(long id, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken) =>
        doing.DoAsync(id, new ClaimCase(), seen, http, cancellationToken);

    private static async Task<IResult> AssignAsync(
        long id, AssignRequest request, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, Staff staff, CancellationToken cancellationToken)
    {
        var (change, fault) = await CaseAsking.AssignAsync(request.Assignee, http.Actor().Name, staff, cancellationToken);
        return change is null ? CaseRefusal.Faulty(fault!) : await doing.DoAsync(id, change, seen, http, cancellationToken);
    }

    private static Task<IResult> SnoozeAsync(
        long id, SnoozeRequest request, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, TimeProvider time, CancellationToken cancellationToken)
    {
        var (change, fault) = CaseAsking.Snooze(request.Until, time.GetUtcNow());
        return change is null ? Task.FromResult<IResult>(CaseRefusal.Faulty(fault!)) : doing.DoAsync(id, change, seen, http, cancellationToken);
    }

    private static Task<IResult> ResolveAsync(
        long id, ResolveRequest request, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken)
    {
        var (change, fault) = CaseAsking.Resolve(request.Outcome, request.Reason);
        return change is null ? Task.FromResult<IResult>(CaseRefusal.Faulty(fault!)) : doing.DoAsync(id, change, seen, http, cancellationToken);
    }

    private static Task<IResult> ReopenAsync(long id, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken) =>
        doing.DoAsync(id, new ReopenCase(), seen, http, cancellationToken);

    private static Task<IResult> NoteAsync(
        long id, NoteRequest request, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken) =>
        CaseAsking.Text(request.Text) is { Length: > 0 and <= LongestNote } text
            ? doing.DoAsync(id, new NoteOnCase(text), seen, http, cancellationToken)
            : Task.FromResult<IResult>(CaseRefusal.Faulty($"A note has 1 to {LongestNote} characters."));

    private static Task<IResult> TagAsync(
        long id, TagRequest request, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken)
    {
        var (change, fault) = CaseAsking.Tags(request.Add, request.Remove);
        return change is null ? Task.FromResult<IResult>(CaseRefusal.Faulty(fault!)) : doing.DoAsync(id, change, seen, http, cancellationToken);
    }

    /// <summary>Cases, where each is now, and who is at it.</summary>
    internal static List<CaseSummary> Summaries(List<Case> cases, CasePresence presence, TimeProvider time)
    {
        var (now, present) = (time.GetUtcNow(), presence.At(cases.ConvertAll(one => one.Id)));
        return cases.ConvertAll(one => new CaseSummary(one.StatusAt(now), one, present.GetValueOrDefault(one.Id, [])));
    }

    /// <summary>Says the version of what is sent.</summary>
    internal static void Tag(HttpContext http, Case one)
    {
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{one.Version}\"");
        http.Response.Headers.CacheControl = "no-store";
    }
}
