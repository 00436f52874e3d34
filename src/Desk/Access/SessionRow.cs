namespace Listening.Desk.Access;

/// <summary>A signed-in browser as the database has it: the cookie's hash, never the cookie.</summary>
public sealed record SessionRow
{
    /// <summary>See <see cref="Secret.Hash"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Whose it is; null for one that a link of the machine opened.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What it may do, separated by commas, when it is nobody's; a person's is what their role may at the time.</summary>
    public required string Scopes { get; init; }

    /// <summary>The password was right and the code is still asked for: it opens nothing but that question.</summary>
    public bool Pending { get; init; }

    /// <summary>The address it was opened from.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser said it is, cut to 200 characters.</summary>
    public string? Browser { get; init; }

    /// <summary>When it was last used, some minutes behind.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it stops being good.</summary>
    public required DateTimeOffset Expires { get; init; }
}
