namespace Listening.Reporting.Sending;

/// <summary>What is attached to a report's mail.</summary>
public enum ReportFormat
{
    /// <summary>Its figures and tables.</summary>
    Csv,

    /// <summary>Its pages as in print.</summary>
    Pdf,
}
