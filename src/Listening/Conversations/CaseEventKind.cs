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
}
