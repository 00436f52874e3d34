namespace Listening.Models.Evaluating;

/// <summary>What a model said of a text and what the text is.</summary>
/// <param name="Truth">Number of the text's label.</param>
/// <param name="Probabilities">Probability of every label.</param>
public sealed record Answer(int Truth, float[] Probabilities);
