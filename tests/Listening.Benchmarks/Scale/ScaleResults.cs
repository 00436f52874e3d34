namespace Listening.Benchmarks.Scale;

/// <summary>Everything that one run measured, kept as JSON so that its table and chart can be drawn again.</summary>
/// <param name="Day">When.</param>
/// <param name="Machine">On what.</param>
/// <param name="Steps">By size, ascending.</param>
/// <param name="Comparison">Beside PostgreSQL, where it was asked.</param>
public sealed record ScaleResults(DateOnly Day, string Machine, List<ScaleStep> Steps, List<ComparedQuestion> Comparison);
