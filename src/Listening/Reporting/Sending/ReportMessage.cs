namespace Listening.Reporting.Sending;

/// <summary>A report on its way to one address.</summary>
/// <param name="Id">Its own, and its Message-ID: who gets it twice can tell.</param>
/// <param name="Report">The report.</param>
/// <param name="To">The mail address; null for the webhook.</param>
/// <param name="At">When it was made.</param>
/// <param name="Tries">How often it was begun to be sent.</param>
/// <param name="State">How that went.</param>
public sealed record ReportMessage(Guid Id, Guid Report, string? To, DateTimeOffset At, int Tries, ReportMessageState State)
{
    /// <summary>When it arrived; null while nobody said so.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string? Problem { get; init; }
}
