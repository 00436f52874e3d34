using Listening.Models.Evaluating;

namespace Listening.Models.Living;

/// <summary>How a challenger did against the champion on texts that neither learned from now. Shares are 0 to 1; null where there is nothing to divide by.</summary>
/// <param name="Corrections">Corrections that were kept apart.</param>
/// <param name="Frozen">Lines of the frozen set.</param>
/// <param name="Champion">Share of all that the champion has right.</param>
/// <param name="Challenger">Share of all that the challenger has right.</param>
/// <param name="Difference">Challenger less champion, with the interval that holds it 95 times in 100 (paired bootstrap).</param>
/// <param name="Better">Share of the bootstrap's samples in which the challenger has more right.</param>
/// <param name="FrozenLoss">What the challenger loses on the frozen set; below zero it gains.</param>
/// <param name="TakesOver">The challenger is better by the rule.</param>
/// <param name="Reason">The rule in words, as it came out.</param>
public sealed record Trial(
    int Corrections, int Frozen, double? Champion, double? Challenger, Estimate? Difference, double? Better, double? FrozenLoss, bool TakesOver, string Reason);
