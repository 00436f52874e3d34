using Listening.Reporting.Sending;

namespace Listening.Desk.Reporting;

/// <summary>A link to a report as the database has it: the token's hash, never the token.</summary>
public sealed record ReportLinkRow
{
    /// <summary>Its own.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it opens.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>See <see cref="Access.Secret.Hash"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string By { get; init; }

    /// <summary>When it stops being good.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>When it was last opened, to the minute.</summary>
    public DateTimeOffset? LastOpened { get; init; }

    /// <summary>As everybody else knows it.</summary>
    public ReportLink Read() => new(Id, ReportId, CreatedAt, By, Expires, Revoked, LastOpened);
}
