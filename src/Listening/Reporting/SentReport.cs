namespace Listening.Reporting;

/// <summary>A report that was sent, as it was.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Report">What it said.</param>
public sealed record SentReport(Guid Id, DateTimeOffset At, EngagementReport Report)
{
    /// <summary>Whether internal posts counted in it.</summary>
    public bool WithInternal { get; init; }
}
