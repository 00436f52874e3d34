using Listening.Collecting.Pulling;

namespace Listening.Web.Hosting;

/// <summary>How far the baseline is learnt: the first four weeks of listening, until the end of which thresholds are fixed.</summary>
/// <param name="Day">The day of listening that today is; 1 is the first.</param>
/// <param name="Of">How many days it takes.</param>
public sealed record LearningView(int Day, int Of)
{
    /// <summary>Days of the baseline.</summary>
    public const int Days = 28;

    /// <summary>Where the sources stand at an instant; null when nothing is listened to, and when it is learnt.</summary>
    public static LearningView? At(DateTimeOffset now, IReadOnlyList<ConfiguredSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (sources.Count == 0) return null;
        var day = 1 + (int)Math.Max(0, Math.Floor((now - sources.Min(source => source.Added)).TotalDays));
        return day > Days ? null : new(day, Days);
    }
}
