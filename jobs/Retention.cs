namespace Listening.Jobs;

/// <summary>How long posts keep their text and author.</summary>
/// <param name="Age">At least a day; null keeps them for ever, which is the default: nothing is lost that nobody asked to lose.</param>
public sealed record Retention(TimeSpan? Age)
{
    /// <summary>The shortest there can be.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromDays(1);

    /// <summary>Checks the range; throws <see cref="ArgumentOutOfRangeException"/>.</summary>
    public static Retention Of(TimeSpan? age) =>
        age < Shortest ? throw new ArgumentOutOfRangeException(nameof(age), age, "Posts are kept for at least a day.") : new(age);
}
