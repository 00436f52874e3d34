namespace Listening.Alerts;

/// <summary>Looks for what somebody should be alerted of.</summary>
public interface IAlertFinder
{
    /// <summary>Everything that is so at <paramref name="now"/>, whether it was told before or not.</summary>
    Task<IReadOnlyList<AlertFinding>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
