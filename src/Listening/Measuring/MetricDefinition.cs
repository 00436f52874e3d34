namespace Listening.Measuring;

/// <summary>A metric as the catalogue tells it.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">A few words for a tile.</param>
/// <param name="Definition">One definition a sceptic accepts.</param>
/// <param name="Unit"><c>seconds</c>, <c>share</c> or <c>count</c>.</param>
/// <param name="HigherIsBetter">The direction; null where neither is.</param>
/// <param name="Cohort">Which rows it is computed over.</param>
/// <param name="Dimensions">What it can be grouped by.</param>
public sealed record MetricDefinition(
    string Id, string Title, string Definition, string Unit, bool? HigherIsBetter, string Cohort, IReadOnlyList<string> Dimensions);
