namespace Listening.Web.Classifying;

/// <summary>A correction.</summary>
/// <param name="Labels">The label of each task that is corrected, in snake case; null takes back what persons said of that task.</param>
public sealed record LabelsBody(IReadOnlyDictionary<string, string?>? Labels);
