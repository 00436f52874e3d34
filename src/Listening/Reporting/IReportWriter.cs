namespace Listening.Reporting;

/// <summary>Writes the engagement report.</summary>
public interface IReportWriter
{
    /// <summary>
    /// The report as the facts stand. Throws <see cref="Measuring.MetricQuestionException"/> when the question cannot be asked.
    /// </summary>
    Task<EngagementReport> WriteAsync(ReportQuestion question, CancellationToken cancellationToken);
}
