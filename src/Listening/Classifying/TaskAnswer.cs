namespace Listening.Classifying;

/// <summary>What a model says of a text in one task, and why.</summary>
/// <param name="Task">One of <see cref="LabelTasks"/>.</param>
/// <param name="Label">The label, or <see cref="PostLabels.NotSure"/> below the confidence that the model states and where it knows nothing of the text.</param>
/// <param name="P">Probability of the likeliest label, calibrated, 0 to 1.</param>
/// <param name="Scores">Probability of every label.</param>
/// <param name="Model">The model's version.</param>
/// <param name="Likeliest">The likeliest label, also where <paramref name="Label"/> is not sure; what <paramref name="Why"/> speaks of.</param>
/// <param name="Why">The pieces of the text that moved the score of the likeliest label most, the strongest first.</param>
/// <param name="Rest">
/// What all other pieces and the model's own inclination add: with the weights of <paramref name="Why"/> it is the label's score less the mean of all labels' scores, in
/// natural logarithms of odds.
/// </param>
public sealed record TaskAnswer(
    string Task, string Label, double P, IReadOnlyDictionary<string, double> Scores, string Model, string Likeliest, IReadOnlyList<MovingPiece> Why, double Rest);
