using System.Text.Json;
using Listening.Cases.Replying;
using Listening.Storing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Replying;

/// <summary>Why an answer is not taken.</summary>
internal static class ReplyProblem
{
    /// <summary>404.</summary>
    public static ProblemHttpResult NoCase() => Problem(404, "not-found", "There is no such case", "Look for it in a queue.");

    /// <summary>404.</summary>
    public static ProblemHttpResult NoReply() => Problem(404, "not-found", "There is no such answer", "The case has the answers that there are.");

    /// <summary>400.</summary>
    public static ProblemHttpResult Faulty(string detail) => Problem(400, "reply", "This cannot be sent", detail);

    /// <summary>409: nothing can be sent there from here.</summary>
    public static ProblemHttpResult NoChannel(string detail) => Problem(409, "no_channel", "No channel: answer there", detail);

    /// <summary>409: none of several answers goes out.</summary>
    public static ProblemHttpResult NoneSent(string detail) => Problem(409, "none_sent", "No answer goes out", detail);

    /// <summary>409: somebody should read first.</summary>
    public static ProblemHttpResult Moved(IReadOnlyList<StoredPost> news, CaseThread thread)
    {
        var others = thread.Replies.Where(reply => reply.State is ReplyState.Waiting or ReplyState.Sending or ReplyState.ToApprove).Select(ReplyView.Of).ToList();
        return Problem(
            409, "thread_changed", "The conversation has gone on", news.Count > 0 ? $"{news.Count} posts came in or changed since you read it." : others.Count > 0 ? "Another answer is on its way." : "Its answers have changed.",
            ("posts", news), ("replies", others), ("thread", thread.Version));
    }

    /// <summary>409: four eyes are two people.</summary>
    public static ProblemHttpResult Own() => Problem(409, "own_reply", "Somebody else has to approve it", "Nobody approves an answer of their own.");

    /// <summary>409 with the answer as it stands.</summary>
    public static ProblemHttpResult TooLate(CaseReply reply) => Problem(409, "reply", "It is too late for that", $"The answer is {JsonNamingPolicy.SnakeCaseLower.ConvertName($"{reply.State}").Replace('_', ' ')}.", ("present", ReplyView.Of(reply)));

    private static ProblemHttpResult Problem(int status, string type, string title, string detail, params (string Name, object? Value)[] more) => TypedResults.Problem(
        detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}", extensions: more.ToDictionary(one => one.Name, one => one.Value));
}
