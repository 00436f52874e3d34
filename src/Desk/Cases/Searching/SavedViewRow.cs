namespace Listening.Desk.Cases.Searching;

/// <summary>A search that a person keeps under a name.</summary>
public sealed record SavedViewRow
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is, as the audit log names them.</summary>
    public required string Owner { get; init; }

    /// <summary>What they call it; no other of theirs is called so.</summary>
    public required string Name { get; init; }

    /// <summary>The search.</summary>
    public required string Query { get; init; }
}
