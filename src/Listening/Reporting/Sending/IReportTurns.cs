namespace Listening.Reporting.Sending;

/// <summary>When reports are sent.</summary>
public interface IReportTurns
{
    /// <summary>Starts a round in the background now, instead of within a minute.</summary>
    Task StartAsync(CancellationToken cancellationToken);
}
