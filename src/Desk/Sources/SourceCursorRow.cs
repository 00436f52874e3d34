namespace Listening.Desk.Sources;

/// <summary>How far a listing has been read, as the database has it.</summary>
public sealed record SourceCursorRow
{
    /// <summary>The source's key.</summary>
    public required Guid Source { get; init; }

    /// <summary>The listing.</summary>
    public required string Stream { get; init; }

    /// <summary>As <c>SourceCursor.ToJson</c> writes it.</summary>
    public required string Cursor { get; init; }
}
