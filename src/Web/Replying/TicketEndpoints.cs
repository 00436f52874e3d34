using Listening.Cases;
using Listening.Desk.Replying;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Replying;

/// <summary>A case's ticket in another system.</summary>
public static class TicketEndpoints
{
    private const int LongestUrl = 2_000;

    /// <summary>Maps <c>/cases/ID/ticket</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapTickets(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/cases/{id}/ticket").RequireAuthorization(Scopes.Triage).WithTags("Cases").WithMetadata(new RequestSizeLimitAttribute(16 * 1024));
        group.MapPut("", LinkAsync).WithSummary("Links the case's ticket in another system.").ProducesProblem(400).ProducesProblem(404);
        group.MapDelete("", UnlinkAsync).WithSummary("Takes the link off.").ProducesProblem(404);
        return api;
    }

    private static async Task<Results<Ok<CaseTicket>, ProblemHttpResult>> LinkAsync(long id, TicketRequest request, HttpContext http, CaseTickets tickets, CancellationToken cancellationToken)
    {
        if (Read(request.Url) is not { } url) return TypedResults.Problem(
            $"A link is an https address of at most {LongestUrl} characters, without a user name or password in it.", statusCode: 400, title: "This cannot be linked", type: "urn:listening:problem:ticket");
        return await tickets.LinkAsync(id, url, http.Actor(), cancellationToken) && await tickets.ReadAsync(id, cancellationToken) is { } linked ? TypedResults.Ok(linked) : ReplyProblem.NoCase();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UnlinkAsync(long id, HttpContext http, CaseTickets tickets, CancellationToken cancellationToken) =>
        await tickets.LinkAsync(id, null, http.Actor(), cancellationToken) ? TypedResults.NoContent() : ReplyProblem.NoCase();

    // As the parser writes it: no blanks, no control characters, nothing that a page could take for something else.
    private static string? Read(string? text) => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url) && url.Scheme == "https" && url.UserInfo.Length == 0 && url.AbsoluteUri.Length <= LongestUrl
        ? url.AbsoluteUri
        : null;
}
