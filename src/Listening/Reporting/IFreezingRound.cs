namespace Listening.Reporting;

/// <summary>Records the first four weeks of each brand once they are over.</summary>
public interface IFreezingRound
{
    /// <summary>One round. What could not be done is left to the next.</summary>
    Task GoAsync(CancellationToken cancellationToken);
}
