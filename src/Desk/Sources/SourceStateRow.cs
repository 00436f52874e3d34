namespace Listening.Desk.Sources;

/// <summary>How a source does, as the database has it.</summary>
public sealed record SourceStateRow
{
    /// <summary>The source's key.</summary>
    public required Guid Source { get; init; }

    /// <summary>As <c>SourceState.ToJson</c> writes it.</summary>
    public required string State { get; init; }
}
