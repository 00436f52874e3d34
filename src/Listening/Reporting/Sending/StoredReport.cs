namespace Listening.Reporting.Sending;

/// <summary>A report as it was sent. It never changes.</summary>
/// <param name="Id">Its own.</param>
/// <param name="MadeAt">When it was written.</param>
/// <param name="By">Who asked for it; the schedule where nobody did.</param>
/// <param name="Question">What was asked: asked again, it is answered by the facts of then.</param>
/// <param name="Content">Values, definitions and versions.</param>
public sealed record StoredReport(Guid Id, DateTimeOffset MadeAt, string By, ReportQuestion Question, EngagementReport Content)
{
    /// <summary>The schedule it was sent by; null when somebody asked for it, or the schedule is gone.</summary>
    public Guid? Schedule { get; init; }

    /// <summary>What is attached to its mails.</summary>
    public IReadOnlyList<ReportFormat> Formats { get; init; } = [];

    /// <summary>Whom it was sent to, and how that goes.</summary>
    public IReadOnlyList<ReportMessage> Messages { get; init; } = [];
}
