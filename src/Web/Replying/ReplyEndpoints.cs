using Listening.Desk.Replying;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Replying;

/// <summary>Answering a case where its post was written.</summary>
public static class ReplyEndpoints
{
    private const int LargestBody = 256 * 1024;

    /// <summary>Maps the composer and the answers of <c>/cases</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapReplies(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/cases/{id}").RequireAuthorization(Scopes.Triage).WithTags("Cases");
        group.MapGet("/composer", ComposeAsync).WithSummary("What an answer may be, how it is counted, and the version of the thread; or why nothing can be sent from here.").ProducesProblem(404);
        group.MapPost("/reply", WriteAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody)).Produces<ReplyAccepted>(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Answers: sent in five seconds, until which it can be undone.")
            .WithDescription("With Replies:Approval what somebody without the scope approve writes waits for a supervisor: sendsAt is null. 409 thread_changed with the posts that came in when thread is not the version of now; 409 no_channel where nothing can be sent. The case has its answers with their state.");
        group.MapDelete("/replies/{replyId}", UndoAsync).WithSummary("Takes an answer back that is not sent yet.").ProducesProblem(404).ProducesProblem(409);
        group.MapPost("/replies/{replyId}/again", AgainAsync).WithSummary("Tries an answer again that could not be sent; it never stands there twice.").ProducesProblem(404).ProducesProblem(409);
        MapApproval(api);
        return api;
    }

    private static void MapApproval(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/cases/{id}/replies/{replyId}").RequireAuthorization(Scopes.Approve).WithTags("Cases").WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapPost("/approve", ApproveAsync).Produces<ReplyAccepted>(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Lets an answer out that waits for a supervisor, in other words where text says so: sent in five seconds, until which DELETE holds it again.")
            .WithDescription("409 thread_changed with what came in since its writer read the thread: send the thread that it tells once that is read. Nobody approves an answer of their own.");
        group.MapPost("/return", ReturnAsync).Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Gives an answer that waits for a supervisor back to its writer, with a word.");
    }

    private static async Task<Results<Ok<ComposerView>, ProblemHttpResult>> ComposeAsync(long id, HttpContext http, ReplyWriting writing, Asking asking, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await writing.ComposeAsync(id, cancellationToken) is { } composer
            ? TypedResults.Ok(composer with { Inside = await asking.SourcesAsync(cancellationToken), Approval = writing.Holds(http.User.Has(Scopes.Approve)) }) : ReplyProblem.NoCase();
    }

    private static Task<IResult> WriteAsync(long id, ReplyRequest request, HttpContext http, ReplyWriting writing, CancellationToken cancellationToken) =>
        writing.WriteAsync(id, request, http.Actor(), http.User.Identity?.Name ?? "", http.User.Has(Scopes.Approve), cancellationToken);

    private static Task<IResult> ApproveAsync(long id, Guid replyId, ApproveRequest request, HttpContext http, ReplyApproving approving, CancellationToken cancellationToken) =>
        approving.ApproveAsync(id, replyId, request, http.Actor(), http.User.Identity?.Name ?? "", cancellationToken);

    private static Task<IResult> ReturnAsync(long id, Guid replyId, ReturnRequest request, HttpContext http, ReplyApproving approving, CancellationToken cancellationToken) =>
        approving.ReturnAsync(id, replyId, request, http.Actor(), cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(long id, Guid replyId, HttpContext http, ReplyOutbox outbox, CancellationToken cancellationToken) =>
        Answer(await outbox.UndoAsync(id, replyId, http.Actor(), cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> AgainAsync(long id, Guid replyId, ReplyOutbox outbox, ReplySending sending, CancellationToken cancellationToken)
    {
        var again = await outbox.AgainAsync(id, replyId, cancellationToken);
        sending.Wake();
        return Answer(again);
    }

    private static Results<NoContent, ProblemHttpResult> Answer((bool Done, Listening.Cases.Replying.CaseReply? Reply) change) => change switch
    {
        (true, _) => TypedResults.NoContent(),
        (_, { } reply) => ReplyProblem.TooLate(reply),
        _ => ReplyProblem.NoReply(),
    };
}
