namespace Listening.Models.Learning;

/// <summary>Examples that were collected and labelled in one way.</summary>
/// <param name="Name">Name of the data set.</param>
/// <param name="Examples">The examples.</param>
/// <param name="Weight">How much one of its examples counts, on average.</param>
public sealed record LabelledSet(string Name, IReadOnlyList<Example> Examples, double Weight = 1);
