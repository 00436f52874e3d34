namespace Listening.Collecting.Pulling;

/// <summary>Knows how often the hosts that a run asks may still be asked.</summary>
public interface IRateWatch
{
    /// <summary>Runs <paramref name="ask"/> and gives the scarcest budget among the requests that it made; null when it made none.</summary>
    Task<(T Result, RateBudget? Budget)> WatchAsync<T>(Func<Task<T>> ask);
}
