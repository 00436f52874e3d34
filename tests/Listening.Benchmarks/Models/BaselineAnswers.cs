namespace Listening.Benchmarks.Models;

/// <summary>A label for every text, and how long labelling them took, with the start of the program.</summary>
public sealed record BaselineAnswers(IReadOnlyList<string> Labels, TimeSpan Took);
