namespace Listening.Classifying;

/// <summary>Learns from what persons corrected.</summary>
public interface IModelRetrainer
{
    /// <summary>
    /// Trains a challenger for every task with enough new corrections, or <paramref name="anyway"/> for every task that has some, and lets it take over where it
    /// is better. Says how many were trained.
    /// </summary>
    Task<int> RetrainAsync(bool anyway, CancellationToken cancellationToken);
}
