namespace Listening.Metrics.Answering;

/// <summary>A curve as it is read.</summary>
/// <param name="N">How many rows it rests on.</param>
/// <param name="Largest">The largest observed time in milliseconds; beyond it nothing is known, unless everybody was answered.</param>
internal sealed record CurveSteps(long N, long Largest)
{
    private readonly List<(long Since, double Share)> steps = [];

    /// <summary>Adds what happened after a time; in order.</summary>
    public void Add(long since, double share) => steps.Add((since, share));

    /// <summary>The share answered by a time in milliseconds; null where nothing is known.</summary>
    public double? By(long time)
    {
        if (N == 0 || (time > Largest && steps[^1].Share < 1)) return null;
        // A step that happened after `since` happened by every asked time that is later.
        var last = steps.FindLastIndex(step => step.Since < time);
        return last < 0 ? 0 : steps[last].Share;
    }
}
