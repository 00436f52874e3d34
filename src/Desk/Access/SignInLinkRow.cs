namespace Listening.Desk.Access;

/// <summary>A one-time sign-in as the database has it: the token's hash, never the token.</summary>
public sealed record SignInLinkRow
{
    /// <summary>See <see cref="Secret.Hash"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it stops being good.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it opened its session.</summary>
    public DateTimeOffset? Used { get; init; }
}
