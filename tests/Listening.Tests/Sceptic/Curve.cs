using System.Numerics;

namespace Listening.Tests.Sceptic;

/// <summary>Kaplan and Meier's estimator with exact fractions. At ties answers come before censorings.</summary>
public sealed class Curve
{
    private readonly List<(double At, Fraction Waiting)> steps = [];

    /// <param name="times">Seconds, and whether the time ended with an answer.</param>
    public Curve(IReadOnlyList<(double Seconds, bool Answered)> times)
    {
        var waiting = Fraction.One;
        foreach (var at in times.Where(time => time.Answered).Select(time => time.Seconds).Distinct().Order())
        {
            var atRisk = times.Count(time => time.Seconds >= at);
            var answered = times.Count(time => time.Answered && time.Seconds == at);
            steps.Add((at, waiting = waiting.Times(atRisk - answered, atRisk)));
        }
        Largest = times.Count == 0 ? null : times.Max(time => time.Seconds);
    }

    public double? Largest { get; }

    public IReadOnlyList<(double At, Fraction Waiting)> Steps => steps;

    /// <summary>The smallest time at which at most 1 − over/under still wait; null where the curve does not reach it.</summary>
    public double? Quantile(BigInteger over, BigInteger under)
    {
        foreach (var (at, waiting) in steps)
            if (waiting.AtMost(under - over, under))
                return at;
        return null;
    }

    /// <summary>The share answered by <paramref name="seconds"/>.</summary>
    public double AnsweredBy(double seconds)
    {
        var before = steps.Where(step => step.At <= seconds).ToList();
        return before.Count == 0 ? 0 : 1 - before[^1].Waiting.Value;
    }
}
