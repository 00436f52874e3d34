namespace Listening.Collecting;

/// <summary>The instant the clock uses for a post. Authors can lie about time, so a live post is clamped to what we saw.</summary>
/// <param name="At">The instant, UTC.</param>
/// <param name="Clamped">Whether it differs from what the source said.</param>
public readonly record struct PostedInstant(DateTimeOffset At, bool Clamped)
{
    /// <summary>How long before its first sight a live post may have been written: a source that was away for a day is no liar.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromDays(2);

    /// <summary>Clamps into [first seen − tolerance, first seen]; a back-filled instant is believed when it is not in the future.</summary>
    public static PostedInstant Of(DateTimeOffset sourcePostedAt, DateTimeOffset firstSeen, Arrival arrival)
    {
        if (sourcePostedAt > firstSeen) return new(firstSeen, true);
        var earliest = firstSeen - Tolerance;
        return arrival == Arrival.Live && sourcePostedAt < earliest ? new(earliest, true) : new(sourcePostedAt, false);
    }
}
