using Listening.Models.Evaluating;

namespace Listening.Models.Living;

/// <summary>Whether a challenger is better than a champion on the same lines, or by chance (paired bootstrap, Efron and Tibshirani 1993; Koehn 2004).</summary>
public static class PairedBootstrap
{
    private const int Draws = 2000;

    /// <summary>
    /// Difference of the shares of right answers, challenger less champion, with its interval, and the share of samples in which it is above zero. Lines are drawn
    /// with both answers together. Throws <see cref="ArgumentException"/> without a line or for lists of different length.
    /// </summary>
    public static (Estimate Difference, double Better) Compare(IReadOnlyList<bool> champion, IReadOnlyList<bool> challenger, int seed)
    {
        if (champion.Count == 0 || champion.Count != challenger.Count) throw new ArgumentException("Both answer the same lines, one at least.", nameof(challenger));
        var gains = champion.Zip(challenger, (one, other) => (other ? 1 : 0) - (one ? 1 : 0)).ToArray();
        var chance = new Random(seed);
        var drawn = Enumerable.Range(0, Draws).Select(_ =>
        {
            var sum = 0;
            for (var at = 0; at < gains.Length; at++) sum += gains[chance.Next(gains.Length)];
            return sum / (double)gains.Length;
        }).Order().ToList();
        return (new Estimate(gains.Average(), drawn[(int)(0.025 * Draws)], drawn[(int)(0.975 * Draws) - 1]), drawn.Count(share => share > 0) / (double)Draws);
    }
}
