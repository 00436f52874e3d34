namespace Listening.Collecting.Pulling;

/// <summary>Keeps how far each listing has been read.</summary>
public interface ISourceCursors
{
    /// <summary>The cursor; an empty one when it was never read.</summary>
    Task<SourceCursor> ReadAsync(Guid source, string stream, CancellationToken cancellationToken);

    /// <summary>Keeps it, and a gap with it where there is one. Nothing happens when the source is gone.</summary>
    Task SaveAsync(Guid source, string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken);
}
