namespace Listening.Collecting.Pulling;

/// <summary>When a source that failed is asked again.</summary>
public static class RetryDelay
{
    private static readonly TimeSpan Passing = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPassing = TimeSpan.FromHours(1);
    private static readonly TimeSpan Standing = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestStanding = TimeSpan.FromHours(6);

    /// <summary>
    /// The instant before which it is left alone after its <paramref name="failures"/>-th failure in a row: what the source said, else twice as long each time with up to a
    /// quarter more, told by <paramref name="source"/>, so that many do not come back together. Null when it is not asked again by itself.
    /// </summary>
    public static DateTimeOffset? After(PageFailure failure, int failures, Guid source, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (failure.Kind == FailureKind.Gone) return null;
        if (failure.NotBefore is { } told && told > now) return told;
        if (failure.Kind == FailureKind.BudgetSpent) return new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
        var (first, longest) = failure.Kind is FailureKind.Unauthorised or FailureKind.Misconfigured ? (Standing, LongestStanding) : (Passing, LongestPassing);
        var delay = first * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        var chance = new Random(HashCode.Combine(source, failures));
        return now + (delay < longest ? delay : longest) * (1 + (chance.NextDouble() / 4));
    }
}
