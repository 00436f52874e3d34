using Listening.Classifying;
using Listening.Collecting;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Classifying;

/// <summary>Sorts texts for whoever wants to try the models; nothing is stored.</summary>
public static class ClassifyEndpoint
{
    private const int MostTexts = 100;

    /// <summary>Maps <c>POST /classify</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapClassify(this RouteGroupBuilder api)
    {
        api.MapPost("/classify", Classify).RequireAuthorization(Scopes.Read).WithTags("Models").WithSummary("What texts are by the models in use, and why.");
        return api;
    }

    private static Results<Ok<List<Dictionary<string, TaskAnswer>>>, ProblemHttpResult> Classify(
        ClassifyRequest request, [FromServices] ITextExplainer? explainer, CancellationToken cancellationToken)
    {
        if (explainer is null) return TypedResults.Problem("Posts are not sorted here: Models:Sort is false.", statusCode: StatusCodes.Status503ServiceUnavailable);
        if (Fault(request) is { } fault) return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        return TypedResults.Ok(explainer.Explain(request.Texts!, cancellationToken)
            .Select(answers => answers.Where(answer => IsFor(answer.Task, request.Audience)).ToDictionary(answer => Name(answer.Task)))
            .ToList());
    }

    private static string? Fault(ClassifyRequest request) => request.Texts switch
    {
        null or [] => "texts is an array of at least one text.",
        { Count: > MostTexts } => $"texts has at most {MostTexts} texts.",
        var texts when texts.Any(text => text is null) => "A text is a string, not null.",
        var texts when texts.Any(text => System.Text.Encoding.UTF8.GetByteCount(text) > PostLimits.TextBytes) => $"A text has at most {PostLimits.TextBytes} bytes.",
        _ => null,
    };

    // A brand's answer is a public text too.
    private static bool IsFor(string task, Audience audience) => task switch
    {
        LabelTasks.UseCase => audience == Audience.Internal,
        LabelTasks.Intent or LabelTasks.Topic or LabelTasks.Relevance or LabelTasks.AnswerKind => audience == Audience.Public,
        _ => true,
    };

    private static string Name(string task)
    {
        var parts = task.Split('_');
        return string.Concat(parts.Select((part, at) => at == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
