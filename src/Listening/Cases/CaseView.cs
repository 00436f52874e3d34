namespace Listening.Cases;

/// <summary>Which cases a queue shows.</summary>
public enum CaseView
{
    /// <summary>Somebody waits in public and nothing puts it off.</summary>
    NeedsAnswer,

    /// <summary>Those of who asks that are not done.</summary>
    Mine,

    /// <summary>Those that need an answer and that nobody has.</summary>
    Unassigned,

    /// <summary>Those that need an answer soon, and those that are late.</summary>
    DueSoon,

    /// <summary>Those that are put off.</summary>
    Snoozed,

    /// <summary>Those that were called done and are not.</summary>
    Reopened,

    /// <summary>Those that need an answer and got one from a competitor.</summary>
    AnsweredByCompetitor,

    /// <summary>Those that a customer was promised something on that is not done, and that is due within a day or late.</summary>
    PromiseDue,

    /// <summary>Those that need an answer and may be lost: somebody threatens, a competitor was first, many read it.</summary>
    AtRisk,

    /// <summary>Those that need an answer, if they do: the models are not sure.</summary>
    NotSure,

    /// <summary>Those of which somebody inside was asked and has not answered yet.</summary>
    WaitingForExpert,

    /// <summary>Those with an answer that waits for a supervisor.</summary>
    ToApprove,

    /// <summary>Those that are not done and have an answer of who asks that a supervisor gave back.</summary>
    Returned,
}
