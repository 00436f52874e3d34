using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Cases;
using Listening.Measuring.Searching;
using Listening.Storing;
using Listening.Web.Replying;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Cases.Similar;

/// <summary>What says the same as a case: the outbreak it belongs to, and how others like it were answered.</summary>
public static class SimilarEndpoints
{
    private const int Answered = 5;
    private const int Shown = 50;
    private const int LargestBody = 256 * 1024;

    /// <summary>Maps them below <paramref name="cases"/>.</summary>
    public static RouteGroupBuilder MapSimilar(this RouteGroupBuilder cases)
    {
        cases.MapGet("/{id}/similar", SimilarAsync).WithSummary("Answered cases of the same brand that say much the same, the most alike first, each with our answer.").ProducesProblem(404);
        cases.MapGet("/{id}/outbreak", OutbreakAsync).WithSummary("The cases that say the same as this one within a day and need an answer, itself among them.").ProducesProblem(404);
        cases.MapPost("/{id}/outbreak/reply", ReplyAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody)).Produces<OutbreakReplies>(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Answers every case of the outbreak that needs an answer, each in its own thread; each is sent in five seconds and undone like any answer.")
            .WithDescription("Body {\"text\":\"We are at it, {name}.\",\"answered\":false}. With answered those hear it too that were answered from here, such as that it is fixed; nobody is sent the same text twice, and nobody one while another is on its way. "
                + "At most 200 are sent at once: left says how many were not tried. items says of each case its answer's id or why none goes out; 409 none_sent when none does.");
        return cases;
    }

    private static async Task<Results<Ok<SimilarList>, ProblemHttpResult>> SimilarAsync(
        long id, SimilarCases similar, IConversationReader conversations, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await similar.AnsweredAsync(id, Answered, cancellationToken) is not { } found) return CaseRefusal.Unknown();
        var items = new List<SimilarCase>();
        foreach (var one in found)
        {
            var conversation = await conversations.ConversationAsync(new PostId(one.Source, one.PostId), cancellationToken);
            var answer = conversation?.Posts.FirstOrDefault(post => post is { DeletedAt: null, Audience: Audience.Public, Party: Party.Own } && post.PostedAt == one.AnsweredAt);
            items.Add(new(one.StatusAt(time.GetUtcNow()), one, answer?.Text, one.AnsweredAt));
        }

        return TypedResults.Ok(new SimilarList(items));
    }

    private static async Task<IResult> ReplyAsync(long id, OutbreakReplyRequest request, HttpContext http, CaseDesk desk, OutbreakReplying replying, ReplyWriting writing, CancellationToken cancellationToken)
    {
        if (await desk.ReadAsync(id, cancellationToken) is not { } file) return CaseRefusal.Unknown();
        if (writing.Holds(http.User.Has(Scopes.Approve))) return ReplyProblem.NoneSent("Answers wait for a supervisor here, who answers a whole outbreak.");
        return file.Case.Outbreak is { } outbreak
            ? await replying.WriteAsync(file.Case, outbreak, request, http.Actor(), http.User.Identity?.Name ?? "", cancellationToken)
            : CaseRefusal.Missing("The case belongs to no outbreak");
    }

    private static async Task<Results<Ok<OutbreakView>, ProblemHttpResult>> OutbreakAsync(
        long id, HttpContext http, CaseDesk desk, CaseQueues queues, CasePresence presence, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await desk.ReadAsync(id, cancellationToken) is not { } file) return CaseRefusal.Unknown();
        if (file.Case.Outbreak is not { } outbreak) return CaseRefusal.Missing("The case belongs to no outbreak");
        var me = http.Actor().Name;
        var search = new SearchQuery($"outbreak:{outbreak}", new CaseNumberIs(CaseNumber.Outbreak, Comparison.Equal, outbreak));
        var items = await queues.ReadAsync(new(CaseView.NeedsAnswer, me, search, null, Shown), cancellationToken);
        var others = await queues.SimilarAsync(CaseView.NeedsAnswer, me, items.Take(1), cancellationToken);
        return TypedResults.Ok(new OutbreakView(outbreak, items.Count == 0 ? 0 : others.GetValueOrDefault(outbreak) + 1, CaseEndpoints.Summaries(items, presence, time)));
    }
}
