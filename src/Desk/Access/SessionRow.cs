namespace Listening.Desk.Access;

/// <summary>A signed-in browser as the database has it: the cookie's hash, never the cookie.</summary>
public sealed record SessionRow
{
    /// <summary>See <see cref="Secret.Hash"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it may do, separated by commas.</summary>
    public required string Scopes { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it stops being good.</summary>
    public required DateTimeOffset Expires { get; init; }
}
