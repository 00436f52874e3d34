namespace Listening.Reporting.Sending;

/// <summary>Writes the reports that are due and sends those that wait.</summary>
public interface IReportRound
{
    /// <summary>One round. What could not be done is left to the next.</summary>
    Task GoAsync(CancellationToken cancellationToken);
}
