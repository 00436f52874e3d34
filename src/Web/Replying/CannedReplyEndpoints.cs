using Listening.Cases.Replying;
using Listening.Desk.Replying;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Replying;

/// <summary>Answers kept for use again: agents use them, admins write them.</summary>
public static class CannedReplyEndpoints
{
    private const int LargestBody = 256 * 1024;
    private const int LongestName = 80;
    private const int LongestText = 10_000;

    /// <summary>Maps <c>/canned-replies</c> and <c>/admin/canned-replies</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapCannedReplies(this RouteGroupBuilder api)
    {
        api.MapGet("/canned-replies", async (CannedReplies replies, CancellationToken cancellationToken) => TypedResults.Ok(new CannedReplyItems(await replies.ListAsync(cancellationToken))))
            .RequireAuthorization(Scopes.Triage).WithTags("Cases").WithSummary("Answers kept for use again; {name}, {brand} and {agent} are filled in when one is sent.");
        var group = api.MapGroup("/admin/canned-replies").RequireAuthorization(Scopes.Admin).WithTags("Admin").WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapPost("", AddAsync).WithSummary("Keeps an answer.").ProducesProblem(400).ProducesProblem(409);
        group.MapPatch("/{id}", ChangeAsync).WithSummary("Changes a kept answer; what is left out stays.").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        group.MapDelete("/{id}", RemoveAsync).WithSummary("Forgets a kept answer.").ProducesProblem(404);
        return api;
    }

    private static async Task<Results<Created<CannedReply>, ProblemHttpResult>> AddAsync(CannedReplyRequest request, HttpContext http, CannedReplies replies, CancellationToken cancellationToken)
    {
        if (Fault(request.Name ?? "", request.Text ?? "") is { } fault) return Problem(400, fault);
        return await replies.AddAsync(request.Name!.Trim(), request.Text!.Trim(), http.Actor(), cancellationToken) is { } added
            ? TypedResults.Created($"{http.Request.PathBase}/api/v1/admin/canned-replies/{added.Id}", added)
            : Problem(409, "Another one has this name.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        Guid id, CannedReplyRequest request, HttpContext http, CannedReplies replies, CancellationToken cancellationToken)
    {
        if (Fault(request.Name ?? "as it is", request.Text ?? "as it is") is { } fault) return Problem(400, fault);
        return await replies.ChangeAsync(id, request.Name?.Trim(), request.Text?.Trim(), http.Actor(), cancellationToken) switch
        {
            true => TypedResults.NoContent(),
            false => Problem(409, "Another one has this name."),
            null => Problem(404, "There is none of this id."),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, HttpContext http, CannedReplies replies, CancellationToken cancellationToken) =>
        await replies.RemoveAsync(id, http.Actor(), cancellationToken) ? TypedResults.NoContent() : Problem(404, "There is none of this id.");

    private static string? Fault(string name, string text) =>
        name.Trim().Length is 0 or > LongestName || name.Any(char.IsControl) ? $"A name is one line of 1 to {LongestName} characters."
        : text.Trim().Length is 0 or > LongestText || text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) ? $"A text has 1 to {LongestText} characters."
        : ReplyText.Unknown(text) is { } unknown ? $"There is no variable {{{unknown}}}; there are {{name}}, {{brand}} and {{agent}}." : null;

    private static ProblemHttpResult Problem(int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: "This answer cannot be kept", type: "urn:listening:problem:canned-reply");
}
