using Listening.Access;
using Listening.Classifying;
using Listening.Models.Living;
using Listening.Storing;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Classifying;

/// <summary>The models: what is in use, what was trained, and what an admin may do with them.</summary>
public static class ModelEndpoints
{
    /// <summary>Maps <c>/admin/models</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapModels(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/admin/models").RequireAuthorization(Scopes.Admin).WithTags("Models");
        group.MapGet("/", ReadAsync).WithSummary("Every task with the model in use, its corrections and what was trained here, champion against challenger.");
        group.MapGet("/{task}/card", CardAsync).WithSummary("The card of the model in use, as Markdown; ?version= names another.").Produces<string>(200, "text/markdown");
        group.MapPut("/{task}/live", UseAsync).WithSummary("Puts a version into use at once: one that was trained here, or with null the one that came with the program.");
        group.MapPost("/train", TrainAsync).WithSummary("Trains now, in the background, from the corrections there are.");
        group.MapPost("/sort-again", SortAgainAsync).WithSummary("Sorts stored posts again, in the background, with the models in use; persons' labels stay.");
        group.MapPut("/topics", TopicsAsync).WithSummary("Sets topics of one's own, beside the shipped ones or instead of them; told by their terms until a model learned them.").ProducesProblem(400);
        return api;
    }

    private static async Task<Ok<ModelsView>> ReadAsync(ModelLibrary models, ICorrections corrections, RetrainOptions options, PastSorter sorter, CancellationToken cancellationToken)
    {
        var items = new List<ModelView>();
        foreach (var (task, model) in models.Tasks)
        {
            var (said, versions) = ((await corrections.ReadAsync(task, cancellationToken)).Count, model.State.Versions);
            var known = versions is [.., var newest] ? newest.Corrections : 0;
            items.Add(new ModelView(
                task, model.Live.Model.Head.Labels, model.Live.Version, model.Shipped.Version, model.Live.Model.Head.Profile, said, Math.Max(0, said - known), model.Unfit, [.. versions.Reverse()]));
        }

        return TypedResults.Ok(new ModelsView(options.After, items, models.Topics, sorter.Last));
    }

    private static async Task<Results<ContentHttpResult, NotFound>> CardAsync(string task, string? version, ModelLibrary models, CancellationToken cancellationToken)
    {
        if (!models.Tasks.TryGetValue(task, out var model)) return TypedResults.NotFound();
        var wanted = version ?? model.Live.Version;
        if (wanted != model.Shipped.Version && model.State.Versions.All(one => one.Version != wanted)) return TypedResults.NotFound();
        return TypedResults.Text(await models.CardAsync(task, wanted == model.Shipped.Version ? null : wanted, cancellationToken), "text/markdown; charset=utf-8");
    }

    private static async Task<Results<NoContent, NotFound>> UseAsync(
        string task, VersionBody body, HttpContext http, ModelLibrary models, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!models.Tasks.TryGetValue(task, out var model)) return TypedResults.NotFound();
        var wanted = body.Version == model.Shipped.Version ? null : body.Version;
        if (!await models.UseAsync(task, wanted, cancellationToken)) return TypedResults.NotFound();
        await audit.RecordAsync(http.Entry(time, "model.use", task, model.Live.Version, models.Tasks[task].Live.Version), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted> TrainAsync(HttpContext http, IModelSchedule schedule, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(http.Entry(time, "model.train", "models"), cancellationToken);
        await schedule.TrainAsync(cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Accepted> SortAgainAsync(
        SortAgainBody body, HttpContext http, IModelSchedule schedule, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(http.Entry(time, "model.sort-again", "posts", null, body.From is { } from ? $"from {from:O}" : "all"), cancellationToken);
        await schedule.SortAgainAsync(body.From, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<NoContent, ValidationProblem>> TopicsAsync(
        TopicTaxonomy body, HttpContext http, ModelLibrary models, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (TopicCheck.Fault(body) is { } fault) return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [fault.Place] = [fault.Reason] });
        await audit.RecordAsync(http.Entry(time, "model.topics", "topics", TopicCheck.Said(models.Topics), TopicCheck.Said(body)), cancellationToken);
        await models.SetTopicsAsync(body, cancellationToken);
        return TypedResults.NoContent();
    }
}
