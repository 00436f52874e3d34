namespace Listening.Cases;

/// <summary>What happened to a case, as its history says it.</summary>
public enum CaseAction
{
    /// <summary>A wait opened and nobody had a case for it.</summary>
    Opened,

    /// <summary>Somebody took it.</summary>
    Claimed,

    /// <summary>Given to somebody, or to nobody.</summary>
    Assigned,

    /// <summary>Put off.</summary>
    Snoozed,

    /// <summary>Called done.</summary>
    Resolved,

    /// <summary>An agent took the resolve back, or began again.</summary>
    Reopened,

    /// <summary>The customer wrote again after it was called done.</summary>
    CameBack,

    /// <summary>A note was written.</summary>
    Noted,

    /// <summary>Tags were set or taken off.</summary>
    Tagged,

    /// <summary>An answer went out.</summary>
    Replied,

    /// <summary>An answer was not taken, or could not be sent.</summary>
    ReplyUnsent,

    /// <summary>An answer waits for a supervisor.</summary>
    ReplyHeld,

    /// <summary>A supervisor let an answer out.</summary>
    ReplyApproved,

    /// <summary>A supervisor gave an answer back, with a word.</summary>
    ReplyReturned,

    /// <summary>An answer that waited for a supervisor was taken back.</summary>
    ReplyWithdrawn,

    /// <summary>A question was put inside.</summary>
    Asked,

    /// <summary>Somebody inside answered it.</summary>
    AnsweredInside,

    /// <summary>A ticket elsewhere was linked, or the link taken off.</summary>
    Linked,

    /// <summary>Given to a team, or to none.</summary>
    Teamed,

    /// <summary>Something was promised to the customer.</summary>
    Promised,

    /// <summary>What was promised was done.</summary>
    Kept,

    /// <summary>What was promised is not to be done any more.</summary>
    Withdrawn,

    /// <summary>Another case turned out to be one with it.</summary>
    Absorbed,

    /// <summary>An agent took back what they had done last.</summary>
    Undone,

    /// <summary>A rule keeps it out of the queues of those that need an answer.</summary>
    Muted,

    /// <summary>A rule gave it a least priority.</summary>
    Prioritized,
}
