namespace Listening.Conversations;

/// <summary>What the clock may be told by settings.</summary>
public sealed record ClockRules
{
    /// <summary>Silence with nothing waiting after which the next wait opens a new episode. Seven days: people come back to the same thread within a week.</summary>
    public TimeSpan EpisodeSilence { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// From which probability of being a complaint or a question on a model's word opens a wait, 0 to 1: the recall point, because a complaint that was
    /// missed would never get a clock. 0.15: on the gold set (n = 687) 99.3 of 100 complaints and questions open one, and 91.8 of 100 that open are such.
    /// From 0.3 on it would be 97.5 and 94.1; brands unlike those of the set need the room.
    /// </summary>
    public double OpensFrom { get; init; } = 0.15;

    /// <summary>What facts of other rules are told by: these rules in words.</summary>
    public string Fingerprint => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"silence {EpisodeSilence}, opens from {OpensFrom}");
}
