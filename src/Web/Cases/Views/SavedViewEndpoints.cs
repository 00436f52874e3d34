using Listening.Desk.Cases;
using Listening.Desk.Cases.Searching;
using Listening.Measuring.Searching;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Cases.Views;

/// <summary>The searches that each person keeps beside the queues.</summary>
public static class SavedViewEndpoints
{
    private const int LongestName = 60;

    /// <summary>Maps <c>/views</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapSavedViews(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/views").RequireAuthorization(Scopes.Triage).WithTags("Cases");
        group.MapGet("", ListAsync).WithSummary("The searches of cases that you keep, each with how many open cases it finds.");
        group.MapPost("", SaveAsync).WithSummary("Keeps a search under a name; one of the same name is replaced.")
            .WithDescription("Body {\"name\":\"Refunds\",\"query\":\"refund* AND assignee:nobody\"}. A search that cannot be read is refused with its position and an example.").ProducesProblem(400);
        group.MapDelete("/{id}", RemoveAsync).WithSummary("Forgets a search.").ProducesProblem(404);
        return api;
    }

    private static async Task<Ok<SavedViewList>> ListAsync(HttpContext http, SavedViews views, KeptCounts counts, CancellationToken cancellationToken)
    {
        var me = http.Actor().Name;
        var items = new List<SavedViewView>();
        foreach (var row in await views.ListAsync(me, cancellationToken)) items.Add(await ShownAsync(row, counts, cancellationToken));
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new SavedViewList(items));
    }

    private static async Task<Results<Ok<SavedViewView>, ProblemHttpResult>> SaveAsync(
        SavedViewBody body, HttpContext http, SavedViews views, KeptCounts counts, CancellationToken cancellationToken)
    {
        var (name, query) = (CaseAsking.Text(body.Name), CaseAsking.Text(body.Query));
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return CaseRefusal.Faulty($"A view's name is one line of 1 to {LongestName} characters.");
        SearchQuery.Parse(query, SearchSubject.Cases);
        return await views.SaveAsync(http.Actor().Name, name, query, cancellationToken) is { } saved
            ? TypedResults.Ok(await ShownAsync(saved, counts, cancellationToken))
            : CaseRefusal.Faulty($"You keep {SavedViews.Most} searches already; forget one first.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(long id, HttpContext http, SavedViews views, CancellationToken cancellationToken) =>
        await views.RemoveAsync(http.Actor().Name, id, cancellationToken) ? TypedResults.NoContent() : CaseRefusal.Missing("There is no such view of yours");

    private static async Task<SavedViewView> ShownAsync(SavedViewRow row, KeptCounts counts, CancellationToken cancellationToken) =>
        new(row.Id, row.Name, row.Query, await counts.OfAsync(new CaseSearch(SearchQuery.Parse(row.Query, SearchSubject.Cases), row.Owner), cancellationToken));
}
