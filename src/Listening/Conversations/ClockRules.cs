namespace Listening.Conversations;

/// <summary>What the clock may be told by settings.</summary>
public sealed record ClockRules
{
    /// <summary>Silence with nothing waiting after which the next wait opens a new episode. Seven days: people come back to the same thread within a week.</summary>
    public TimeSpan EpisodeSilence { get; init; } = TimeSpan.FromDays(7);
}
