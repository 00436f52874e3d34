namespace Listening.Collecting.Following;

/// <summary>When the answers to a conversation are read again: after 1, 5, 15 and 60 minutes, then every hour until 72, when a race is decided.</summary>
public static class FollowingSteps
{
    /// <summary>The age at which a conversation is left to the ordinary listings.</summary>
    public static readonly TimeSpan Last = TimeSpan.FromHours(72);

    private static readonly TimeSpan[] Early = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    /// <summary>Whether a step lies between the last reading and now; where there was none since the program started, whether any step has passed.</summary>
    public static bool IsDue(DateTimeOffset opened, DateTimeOffset? read, DateTimeOffset now) =>
        now - opened <= Last + TimeSpan.FromHours(1) && Passed(now - opened) > (read is { } at ? Passed(at - opened) : 0);

    private static int Passed(TimeSpan age) =>
        Early.Count(step => age >= step) + (age < TimeSpan.Zero ? 0 : (int)Math.Min(age.TotalHours, Last.TotalHours));
}
