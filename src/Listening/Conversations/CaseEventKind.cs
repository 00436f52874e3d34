namespace Listening.Conversations;

/// <summary>What an agent did to a case.</summary>
public enum CaseEventKind
{
    /// <summary>Given to somebody; starts and stops no public clock.</summary>
    Assigned,

    /// <summary>Called done: off the backlog; unanswered stays unanswered.</summary>
    Resolved,

    /// <summary>Needs no answer: out of the cohort, with its reason.</summary>
    NoAnswerNeeded,

    /// <summary>Not about us: out of the cohort.</summary>
    NotUs,

    /// <summary>Spam: out of the cohort.</summary>
    Spam,

    /// <summary>The resolve is taken back: who was not answered waits on, from when they began.</summary>
    Reopened,

    /// <summary>An agent's answer was sent from here: the credit is theirs. The public clock stops only when the post itself is seen.</summary>
    Replied,

    /// <summary>A question was put inside; moves no public clock.</summary>
    Asked,

    /// <summary>Somebody inside answered it; moves no public clock.</summary>
    AnsweredInside,

    /// <summary>How much the case matters is another, while targets ask for it: what the customer is promised may be too. Moves no clock.</summary>
    Prioritized,
}
