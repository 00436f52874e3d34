namespace Listening.Cases.Replying;

/// <summary>Where an answer is on its way out.</summary>
public enum ReplyState
{
    /// <summary>It waits for its instant: the first one to be undone, a later one because it could not be sent.</summary>
    Waiting,

    /// <summary>It is being sent.</summary>
    Sending,

    /// <summary>It is there.</summary>
    Sent,

    /// <summary>It is not taken, for the reason that is given.</summary>
    Refused,

    /// <summary>It could not be sent, for the reason that is given; it may be tried again.</summary>
    Failed,

    /// <summary>It was taken back before it was sent.</summary>
    Undone,

    /// <summary>It waits for a supervisor.</summary>
    ToApprove,

    /// <summary>A supervisor gave it back, with a word.</summary>
    Returned,
}
