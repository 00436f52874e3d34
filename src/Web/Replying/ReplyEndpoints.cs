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
            .WithDescription("409 thread_changed with the posts that came in when thread is not the version of now; 409 no_channel where nothing can be sent. The case has its answers with their state.");
        group.MapDelete("/replies/{replyId}", UndoAsync).WithSummary("Takes an answer back that is not sent yet.").ProducesProblem(404).ProducesProblem(409);
        group.MapPost("/replies/{replyId}/again", AgainAsync).WithSummary("Tries an answer again that could not be sent; it never stands there twice.").ProducesProblem(404).ProducesProblem(409);
        return api;
    }

    private static async Task<Results<Ok<ComposerView>, ProblemHttpResult>> ComposeAsync(long id, HttpContext http, ReplyWriting writing, Asking asking, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await writing.ComposeAsync(id, cancellationToken) is { } composer
            ? TypedResults.Ok(composer with { Inside = await asking.SourcesAsync(cancellationToken) }) : ReplyProblem.NoCase();
    }

    private static Task<IResult> WriteAsync(long id, ReplyRequest request, HttpContext http, ReplyWriting writing, CancellationToken cancellationToken) =>
        writing.WriteAsync(id, request, http.Actor(), http.User.Identity?.Name ?? "", cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(long id, Guid replyId, ReplyOutbox outbox, CancellationToken cancellationToken) =>
        Answer(await outbox.UndoAsync(id, replyId, cancellationToken));

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
