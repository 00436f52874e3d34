using Listening.Cases;
using Listening.Desk.Cases;
using Listening.Desk.People;
using Listening.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Cases;

/// <summary>Teams, promises, merging, and what is done to several cases at once.</summary>
internal static class CaseWorkEndpoints
{
    private const int MostAtOnce = 200;
    private const int MostPromises = 5_000;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Maps them below <paramref name="cases"/>.</summary>
    public static void MapCaseWork(this RouteGroupBuilder cases)
    {
        CaseEndpoints.Changes(cases.MapPost("/{id}/team", TeamAsync), "Gives a case to a team, or to none.");
        CaseEndpoints.Changes(cases.MapPost("/{id}/promise", PromiseAsync), "Notes what the customer was promised and until when; another promise takes its place.");
        CaseEndpoints.Changes(cases.MapPost("/{id}/promise/keep", KeepAsync), "What was promised was done.");
        CaseEndpoints.Changes(cases.MapDelete("/{id}/promise", WithdrawAsync), "Takes a promise back; after its instant it counts as broken all the same.");
        CaseEndpoints.Changes(cases.MapPost("/{id}/merge", MergeAsync), "Makes a case one with another of the same brand: work goes on there, and its address leads there.");
        cases.MapGet("/promises", PromisesAsync).WithSummary("How many of the promises that were due in a period were kept, with each of them.")
            .WithDescription("from and to are instants, by default the last seven days. value is kept in time ÷ (kept in time + broken), null when there is none.").ProducesProblem(400);
        cases.MapPost("/bulk", BulkAsync).WithSummary("Does one thing to several cases, each for itself, and gives what takes it back.")
            .WithDescription("action is claim, assign, team, snooze, resolve, reopen or tags, with the fields that it has alone.").ProducesProblem(400);
        cases.MapPost("/undo", UndoAsync).WithSummary("Takes back what was done to several cases, where nobody has changed them since; 409 when that is none of them.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> PromisesAsync(DateTimeOffset? from, DateTimeOffset? to, CasePromises promises, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var end = (to ?? now).ToUniversalTime();
        var begin = from?.ToUniversalTime() ?? (end - DateTimeOffset.MinValue < Week ? DateTimeOffset.MinValue : end - Week);
        if (begin >= end) return CaseRefusal.Faulty("The period is empty: from is before to.");
        var due = await promises.DueAsync(begin, end, MostPromises + 1, cancellationToken);
        if (due.Count > MostPromises) return CaseRefusal.Faulty($"More than {MostPromises} promises were due then: ask for a shorter period.");
        var items = due.ConvertAll(one => new DuePromise(one.Case, PromiseView.Of(one.Promise, now)));
        var (kept, broken) = (items.Count(one => one.Promise.Kept == true), items.Count(one => one.Promise.Kept == false));
        var withdrawn = items.Count(one => one.Promise is { Kept: null, WithdrawnAt: not null });
        return TypedResults.Ok(new PromisesKept(
            "promises_kept", "share", kept + broken == 0 ? null : (double)kept / (kept + broken), kept + broken, kept, broken, items.Count - kept - broken - withdrawn, withdrawn, items));
    }

    private static Task<IResult> TeamAsync(
        long id, TeamRequest request, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken) =>
        DoAsync(id, CaseAsking.Team(request.Team), seen, http, doing, cancellationToken);

    private static Task<IResult> PromiseAsync(
        long id, PromiseRequest request, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, TimeProvider time, CancellationToken cancellationToken) =>
        DoAsync(id, CaseAsking.Promise(request.Text, request.Due, time.GetUtcNow()), seen, http, doing, cancellationToken);

    private static Task<IResult> KeepAsync(long id, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken) =>
        doing.DoAsync(id, new KeepPromise(), seen, http, cancellationToken);

    private static Task<IResult> WithdrawAsync(long id, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken) =>
        doing.DoAsync(id, new WithdrawPromise(), seen, http, cancellationToken);

    private static Task<IResult> MergeAsync(
        long id, MergeRequest request, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken) =>
        request.Into is { } into && into != id
            ? doing.MergeAsync(id, into, seen, http, cancellationToken)
            : Task.FromResult<IResult>(CaseRefusal.Faulty("into is the number of another case."));

    private static async Task<IResult> BulkAsync(BulkRequest request, HttpContext http, CaseDoing doing, Staff staff, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.Items is not { Count: > 0 and <= MostAtOnce } items || items.Any(item => item is null) || items.DistinctBy(item => item.Id).Count() != items.Count)
            return CaseRefusal.Faulty($"items are 1 to {MostAtOnce} cases, each once, as in [{{\"id\":7,\"version\":3}}].");
        if (items.Any(item => item.Version is null)) return CaseRefusal.Faulty("Each of items says the version that you saw.");
        var (change, fault) = request.Action switch
        {
            BulkAction.Claim => (new ClaimCase(), null),
            BulkAction.Assign => await CaseAsking.AssignAsync(request.Assignee, http.Actor().Name, staff, cancellationToken),
            BulkAction.Team => CaseAsking.Team(request.Team),
            BulkAction.Snooze => CaseAsking.Snooze(request.Until, time.GetUtcNow()),
            BulkAction.Resolve when request.Outcome is { } outcome => CaseAsking.Resolve(outcome, request.Reason),
            BulkAction.Resolve => (null, "resolve wants its outcome."),
            BulkAction.Reopen => (new ReopenCase(), null),
            BulkAction.Tags => CaseAsking.Tags(request.Add, request.Remove),
            _ => ((CaseChange?)null, "action is claim, assign, team, snooze, resolve, reopen or tags."),
        };
        return change is null ? CaseRefusal.Faulty(fault!) : await doing.DoAsync(items, change, http, cancellationToken);
    }

    private static Task<IResult> UndoAsync(UndoRequest request, HttpContext http, CaseDoing doing, CancellationToken cancellationToken) =>
        request.Token is { Length: > 0 and <= 64 } token
            ? doing.UndoAsync(token, http, cancellationToken)
            : Task.FromResult<IResult>(CaseRefusal.Faulty("token is what an answer gave as undo."));

    private static Task<IResult> DoAsync(
        long id, (CaseChange? Change, string? Fault) asked, string? seen, HttpContext http, CaseDoing doing, CancellationToken cancellationToken) =>
        asked.Change is { } change ? doing.DoAsync(id, change, seen, http, cancellationToken) : Task.FromResult<IResult>(CaseRefusal.Faulty(asked.Fault!));
}
