using Listening.Models.Living;
using Listening.Web.Reading;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Classifying;

/// <summary>Corrections: what a person says of a post wins over every model.</summary>
public static class LabelEndpoints
{
    /// <summary>Maps <c>/labels</c> and <c>/posts/{source}/{id}/labels</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapLabels(this RouteGroupBuilder api)
    {
        api.MapGet("/labels", (ModelLibrary models) => TypedResults.Ok(models.Tasks.Keys.ToDictionary(task => task, models.LabelsOf)))
            .RequireAuthorization(Scopes.Read).WithTags("Posts").WithSummary("The labels that each task has, as a person may give them.");
        var group = api.MapGroup("/posts/{source}/{id}/labels").RequireAuthorization(Scopes.Triage).WithTags("Posts");
        group.MapPut("/", PutAsync).WithSummary("Says what a post is: a person's label wins over the models, now and after they learned anew.")
            .WithDescription("Body {\"labels\":{\"intent\":\"complaint\",\"topic\":\"billing\"}}; null takes a label back. Tasks that are not named stay. The figures follow within a moment.")
            .ProducesProblem(400);
        group.MapDelete("/", DeleteAsync).WithSummary("Takes back all that persons said of a post: the models' labels stand again.");
        return api;
    }

    private static async Task<Results<NoContent, NotFound, ValidationProblem>> PutAsync(
        string source, string id, LabelsBody body, HttpContext http, LabelDesk desk, ModelLibrary models, CancellationToken cancellationToken)
    {
        if (body.Labels is not { Count: > 0 } labels) return Faulty("labels", "At least one task has a label, or null to take it back.");
        foreach (var (task, value) in labels)
        {
            var allowed = models.LabelsOf(task);
            if (allowed.Count == 0) return Faulty($"labels.{task}", $"There is no such task. Tasks: {string.Join(", ", models.Tasks.Keys)}.");
            if (value is not null && !allowed.Contains(value)) return Faulty($"labels.{task}", $"It has no such label. Labels: {string.Join(", ", allowed)}.");
        }

        return await desk.SayAsync(PostAddress.Of(http, source, id, after: 1), labels, http, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        string source, string id, HttpContext http, LabelDesk desk, ModelLibrary models, CancellationToken cancellationToken) =>
        await desk.SayAsync(PostAddress.Of(http, source, id, after: 1), models.Tasks.Keys.ToDictionary(task => task, string? (_) => null), http, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static ValidationProblem Faulty(string place, string fault) => TypedResults.ValidationProblem(new Dictionary<string, string[]> { [place] = [fault] });
}
