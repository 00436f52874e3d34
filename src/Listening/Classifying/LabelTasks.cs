namespace Listening.Classifying;

/// <summary>Names of the tasks that posts are sorted by.</summary>
public static class LabelTasks
{
    /// <summary>Whether a public post is about us.</summary>
    public const string Relevance = "relevance";

    /// <summary>Complaint, question, praise or other.</summary>
    public const string Intent = "intent";

    /// <summary>
    /// Whether a public post asks for an answer: the confidence is the probability that it is a complaint or a question, the value <see cref="Asks"/>
    /// or <see cref="AsksNothing"/>, whichever is likelier. From which probability on a wait opens is a setting of the clock, not of the model.
    /// </summary>
    public const string NeedsAnswer = "needs_answer";

    /// <summary>The value of <see cref="NeedsAnswer"/> from one half on.</summary>
    public const string Asks = "yes";

    /// <summary>The value of <see cref="NeedsAnswer"/> below one half.</summary>
    public const string AsksNothing = "no";

    /// <summary>Negative, neutral or positive.</summary>
    public const string Sentiment = "sentiment";

    /// <summary>What a complaint or a question is about.</summary>
    public const string Topic = "topic";

    /// <summary>The language a text is written in.</summary>
    public const string Language = "language";

    /// <summary>What an internal post is for.</summary>
    public const string UseCase = "use_case";

    /// <summary>What a brand's answer does.</summary>
    public const string AnswerKind = "answer_kind";

    /// <summary>
    /// Whether what a task says of a post is kept. Internal posts have a use case and no intent or topic; only what may answer somebody has a kind of answer.
    /// Who is a brand does not matter here: the registry may change, and what is stored stays.
    /// </summary>
    public static bool IsFor(string task, Collecting.Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var isInternal = post.Audience == Collecting.Audience.Internal;
        return task switch
        {
            UseCase => isInternal,
            Intent or NeedsAnswer or Topic or Relevance => !isInternal,
            AnswerKind => !isInternal && (post.InReplyTo is not null || post.QuoteOf is not null || post.Mentions.Count > 0),
            _ => true,
        };
    }
}
