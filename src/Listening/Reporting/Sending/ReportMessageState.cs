namespace Listening.Reporting.Sending;

/// <summary>How far a report has come on its way to one address.</summary>
public enum ReportMessageState
{
    /// <summary>It waits for its first try, or for the next one.</summary>
    Waiting,

    /// <summary>It is being sent, or the program ended while it was: then it is sent again.</summary>
    Sending,

    /// <summary>It arrived at the mail server or the webhook.</summary>
    Sent,

    /// <summary>It arrived, and perhaps it had arrived before: nobody said how an earlier try ended.</summary>
    PerhapsTwice,

    /// <summary>It was tried for days and is not tried any more.</summary>
    Failed,
}
