namespace Listening.Benchmarks.Scale;

/// <summary>Everything that one run measured, kept as JSON so that its table and chart can be drawn again.</summary>
/// <param name="Day">When.</param>
/// <param name="Machine">On what.</param>
/// <param name="Steps">By size, ascending.</param>
/// <param name="Comparison">Beside PostgreSQL, where it was asked.</param>
/// <param name="Start">The first day of the year that the store is filled with: what continues a kept store writes the same year.</param>
public sealed record ScaleResults(DateOnly Day, string Machine, List<ScaleStep> Steps, List<ComparedQuestion> Comparison, DateTimeOffset? Start = null);
