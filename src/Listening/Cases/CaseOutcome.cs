namespace Listening.Cases;

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    /// <summary>Answered where everybody reads it.</summary>
    AnsweredPublicly,

    /// <summary>Answered by direct message, by telephone, by mail.</summary>
    AnsweredInPrivate,

    /// <summary>Needs no answer, with the reason: out of the cohort.</summary>
    NoAnswerNeeded,

    /// <summary>Not about us: out of the cohort.</summary>
    NotUs,

    /// <summary>Spam: out of the cohort.</summary>
    Spam,

    /// <summary>One with another case of the same author.</summary>
    Merged,
}
