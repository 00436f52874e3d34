using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Cases;

/// <summary>Why a case is not shown or changed.</summary>
internal static class CaseRefusal
{
    /// <summary>404.</summary>
    public static ProblemHttpResult Unknown() => Problem(404, "not-found", "There is no such case", "Look for it in a queue.");

    /// <summary>404 for what belongs to cases.</summary>
    public static ProblemHttpResult Missing(string what) => Problem(404, "not-found", what, "It may have been taken away.");

    /// <summary>409: a name is another one's.</summary>
    public static ProblemHttpResult Taken(string name) => Problem(409, "name-taken", "The name is taken", $"Another rule is called '{name}'.");

    /// <summary>400.</summary>
    public static ProblemHttpResult Faulty(string detail) => Problem(400, "case", "That cannot be done to a case", detail);

    /// <summary>409 with the case as it stands.</summary>
    public static ProblemHttpResult Overtaken(CaseSummary present) => Problem(
        409, "case-changed", "The case stands otherwise", Stands(present), ("present", present));

    /// <summary>409 with what stands otherwise.</summary>
    public static ProblemHttpResult Overtaken(IReadOnlyList<BulkItem> items) => Problem(
        409, "case-changed", "The cases stand otherwise", "Somebody has changed them since.", ("items", items));

    /// <summary>404.</summary>
    public static ProblemHttpResult NothingToUndo() => Problem(
        404, "not-found", "There is nothing to take back", "What was done can be taken back once, within ten minutes, by who did it.");

    /// <summary>How a case stands, in words.</summary>
    public static string Stands(CaseSummary present) => $"It is {present.Status} in version {present.Case.Version} and "
        + $"{(present.Case.Assignee is { } assignee ? $"{assignee} has it" : "nobody has it")}.";

    private static ProblemHttpResult Problem(int status, string type, string title, string detail, params (string Name, object? Value)[] more) => TypedResults.Problem(
        detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}", extensions: more.ToDictionary(one => one.Name, one => one.Value));
}
