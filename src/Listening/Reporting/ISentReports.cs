namespace Listening.Reporting;

/// <summary>Keeps what was sent.</summary>
public interface ISentReports
{
    /// <summary>A report that was sent; null when there is none of this id.</summary>
    Task<SentReport?> FindAsync(Guid id, CancellationToken cancellationToken);
}
