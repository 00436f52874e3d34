namespace Listening.Desk;

/// <summary>How long a message waits for its next try: ten seconds, doubled with every failure, half an hour at the most.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static TimeSpan After(int earlierTries) => TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 10 * Math.Pow(2, Math.Clamp(earlierTries, 0, 10))));
}
