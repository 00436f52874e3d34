namespace Listening.Reporting.Sending;

/// <summary>How often a report is sent, and how long the period is that it tells of.</summary>
public enum ReportCadence
{
    /// <summary>Every day, of the day before.</summary>
    Daily,

    /// <summary>On the first day of each week, of the week before.</summary>
    Weekly,

    /// <summary>On the first day of each month, of the month before.</summary>
    Monthly,
}
