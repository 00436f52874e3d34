using Listening.Cases.Replying;
using Listening.Collecting.Replying;
using Listening.Storing;

namespace Listening.Cases.Asking;

/// <summary>What becomes of a question.</summary>
public static class QuestionSteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(14);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);
    private const int LongestAnswer = 4_000;

    /// <summary>After a try to put it.</summary>
    public static InsideQuestion After(InsideQuestion question, ReplyOutcome outcome, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(question);
        var free = question with { Sender = null };
        return outcome switch
        {
            ReplySent sent => free with { State = QuestionState.Asked, Reason = null, AskedAt = now, PostId = sent.Post.Id, Url = sent.Url, Next = now + Soon },
            ReplyRefused refused => free with { State = QuestionState.Failed, Reason = refused.Reason, Next = null },
            ReplyFailed { Failure: var failure } when ReplyTimes.Again(failure, question.Tries, question.WrittenAt, now) is { } again =>
                free with { State = QuestionState.Waiting, Reason = failure.Reason, Next = again },
            ReplyFailed { Failure: var failure } => free with { State = QuestionState.Failed, Reason = failure.Reason, Next = null },
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
        };
    }

    /// <summary>When the post was found that has its mark.</summary>
    public static InsideQuestion Found(InsideQuestion question, StoredPost post)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(post);
        return question with { State = QuestionState.Asked, PostId = post.Identity.Id, Url = post.Url, AskedAt = post.PostedAt, Reason = null };
    }

    /// <summary>When nothing was found yet: looked again, for two weeks.</summary>
    public static InsideQuestion Looked(InsideQuestion question, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(question);
        return now - question.WrittenAt > Patience
            ? question with { State = QuestionState.Failed, Reason = "Nobody answered within two weeks.", Next = null }
            : question with { Next = now + (now - question.WrittenAt < Fresh ? Soon : Later) };
    }

    /// <summary>With the first good answer in a conversation, if there is one: by somebody else, later, no question itself, and more than a word.</summary>
    public static InsideQuestion? Answered(InsideQuestion question, IReadOnlyList<StoredPost> conversation)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(conversation);
        var asked = conversation.FirstOrDefault(post => post.Identity == question.Post);
        var answer = conversation.Where(post => post.Identity != question.Post && post.DeletedAt is null && post.PostedAt >= question.AskedAt && post.Author.Id != asked?.Author.Id && Says(post))
            .MinBy(post => post.PostedAt);
        return answer is null ? null : question with
        {
            State = QuestionState.Answered,
            Next = null,
            AnsweredAt = answer.PostedAt,
            AnswerId = answer.Identity.Id,
            Answer = answer.Text.Length > LongestAnswer ? answer.Text[..LongestAnswer] : answer.Text,
            AnsweredBy = answer.Author.Handle,
            AnswerUrl = answer.Url,
        };
    }

    private static bool Says(StoredPost post) => !post.Text.TrimEnd().EndsWith('?') && post.Labels.GetValueOrDefault("use_case") != "question"
        && post.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word[0] != '@') > 1;
}
