namespace Listening.Collecting.Pulling;

/// <summary>Keeps how each source does, over restarts.</summary>
public interface ISourceStates
{
    /// <summary>How it does; a fresh state when it was never tried.</summary>
    Task<SourceState> ReadAsync(Guid source, CancellationToken cancellationToken);

    /// <summary>Keeps it. Nothing happens when the source is gone.</summary>
    Task WriteAsync(Guid source, SourceState state, CancellationToken cancellationToken);
}
