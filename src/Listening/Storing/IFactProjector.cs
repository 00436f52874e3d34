namespace Listening.Storing;

/// <summary>Derives conversation facts from stored post versions. One runs at a time; a repeated run changes nothing.</summary>
public interface IFactProjector
{
    /// <summary>Projects what came in since the last run and says how many post versions that were; 0 when there was nothing to do.</summary>
    Task<long> CatchUpAsync(CancellationToken cancellationToken);

    /// <summary>Forgets all derived rows and derives them again from the stored versions and labels.</summary>
    Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken);
}
