using Listening.Access;

namespace Listening.Desk.People;

/// <summary>An invitation as the database has it: the token's hash, never the token.</summary>
public sealed record InvitationRow
{
    /// <summary>For lists.</summary>
    public required Guid Id { get; init; }

    /// <summary>See <see cref="Access.Secret.Hash"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>What it lets do.</summary>
    public required InvitationKind Kind { get; init; }

    /// <summary>Whose password it sets; null for one who is not here yet.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>For whom it is.</summary>
    public required string Name { get; init; }

    /// <summary>Their address, where it is known already.</summary>
    public string? Email { get; init; }

    /// <summary>What who joins will be.</summary>
    public required Role Role { get; init; }

    /// <summary>Who made it.</summary>
    public required string InvitedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it stops being good.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it was used.</summary>
    public DateTimeOffset? Used { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? Withdrawn { get; init; }

    /// <summary>As a list shows it.</summary>
    public Invitation Shown() => new(Id, Kind, Name, Email, Role, InvitedBy, Created, Expires, Used, Withdrawn);

    /// <summary>Whether it can be used at <paramref name="now"/>.</summary>
    public bool IsGood(DateTimeOffset now) => Used is null && Withdrawn is null && Expires > now;
}
