namespace Listening.Collecting.Pulling;

/// <summary>Which sources there are.</summary>
public interface ISourceList
{
    /// <summary>All of them, by name.</summary>
    Task<IReadOnlyList<ConfiguredSource>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One of them; null when it is gone.</summary>
    Task<ConfiguredSource?> FindAsync(Guid id, CancellationToken cancellationToken);
}
