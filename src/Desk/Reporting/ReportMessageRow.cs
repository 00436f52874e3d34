using Listening.Reporting.Sending;

namespace Listening.Desk.Reporting;

/// <summary>A report on its way to one address, as the database has it.</summary>
public sealed record ReportMessageRow
{
    /// <summary>Its own, and its Message-ID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The mail address; null for the webhook.</summary>
    public required string? Recipient { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How often it was begun to be sent.</summary>
    public int Tries { get; init; }

    /// <summary>When the try that nobody has ended yet began.</summary>
    public DateTimeOffset? Begun { get; init; }

    /// <summary>A try ended and nobody knows how: it may have arrived.</summary>
    public bool Perhaps { get; init; }

    /// <summary>When it arrived.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it was given up.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Not before this is it tried again.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string? Problem { get; init; }

    /// <summary>As everybody else knows it.</summary>
    public ReportMessage Read() => new(Id, ReportId, Recipient, At, Tries, State()) { SentAt = SentAt, Problem = Problem };

    private ReportMessageState State() =>
        FailedAt is not null ? ReportMessageState.Failed
        : SentAt is not null ? Perhaps ? ReportMessageState.PerhapsTwice : ReportMessageState.Sent
        : Begun is not null ? ReportMessageState.Sending
        : ReportMessageState.Waiting;
}
