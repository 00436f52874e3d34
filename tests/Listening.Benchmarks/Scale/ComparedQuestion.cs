namespace Listening.Benchmarks.Scale;

/// <summary>One question asked of both databases.</summary>
/// <param name="Question">In words.</param>
/// <param name="Period">Over what.</param>
/// <param name="Here">Listening's facts in ClickHouse, median milliseconds.</param>
/// <param name="There">PostgreSQL, median milliseconds.</param>
/// <param name="Rows">What both answered, so that one sees that they answered the same.</param>
public sealed record ComparedQuestion(string Question, string Period, double Here, double There, string Rows);
