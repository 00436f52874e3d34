namespace Listening.Web.Sourcing;

/// <summary>How a source does, in a word.</summary>
public enum SourceStatus
{
    /// <summary>It was never tried.</summary>
    New,

    /// <summary>The last run read it to its end.</summary>
    Healthy,

    /// <summary>Its own limit is used up; it is asked again when that renews.</summary>
    Waiting,

    /// <summary>The last try failed; it is tried again.</summary>
    Failing,

    /// <summary>There is more than a run may take; the next one goes on.</summary>
    Behind,

    /// <summary>Somebody paused it.</summary>
    Paused,

    /// <summary>It is gone for good and not asked again until somebody changes or starts it.</summary>
    Stopped,
}
