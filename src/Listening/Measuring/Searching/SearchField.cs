namespace Listening.Measuring.Searching;

/// <summary>Fields of a post that have a value to be compared with.</summary>
public enum SearchField
{
    /// <summary>The author's handle.</summary>
    Author,

    /// <summary>The source's name.</summary>
    Source,

    /// <summary>ISO 639-1.</summary>
    Language,

    /// <summary>The topic's label.</summary>
    Topic,

    /// <summary><c>complaint</c>, <c>question</c>, <c>praise</c> or <c>other</c>.</summary>
    Intent,

    /// <summary><c>negative</c>, <c>neutral</c> or <c>positive</c>.</summary>
    Sentiment,

    /// <summary>What an internal post is for.</summary>
    UseCase,

    /// <summary>What a brand's answer does.</summary>
    AnswerKind,

    /// <summary>A brand it names; of a wait, the brand waited for.</summary>
    Brand,

    /// <summary>What the author is to us, in snake case.</summary>
    Party,
}
