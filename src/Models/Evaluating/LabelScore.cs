namespace Listening.Models.Evaluating;

/// <summary>How well one label is found. Shares are null where there is nothing to divide by.</summary>
/// <param name="Label">The label.</param>
/// <param name="Count">Texts that have it.</param>
/// <param name="Precision">Of those that were given it, the share that has it.</param>
/// <param name="Recall">Of those that have it, the share that was given it.</param>
/// <param name="F1">Harmonic mean of both.</param>
public sealed record LabelScore(string Label, int Count, double? Precision, double? Recall, double? F1);
