namespace Listening.Desk.Access;

/// <summary>A key as the database has it: the secret's hash, never the secret.</summary>
public sealed record ApiKeyRow
{
    /// <summary>The key's public part.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>See <see cref="Secret.Hash"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it may do, separated by commas.</summary>
    public required string Scopes { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last used, some minutes behind.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>When it was ended.</summary>
    public DateTimeOffset? Revoked { get; init; }
}
