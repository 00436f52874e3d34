namespace Listening.Alerts;

/// <summary>An alert that was raised.</summary>
/// <param name="Id">Grows with every alert.</param>
/// <param name="At">When it was raised.</param>
/// <param name="Finding">What was found.</param>
public sealed record Alert(long Id, DateTimeOffset At, AlertFinding Finding)
{
    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was taken back, as a sentence.</summary>
    public string? Because { get; init; }
}
