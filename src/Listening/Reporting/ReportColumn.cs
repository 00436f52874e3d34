namespace Listening.Reporting;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Unit"><c>text</c>, or the unit of its numbers: <c>seconds</c>, <c>share</c>, <c>count</c>, <c>balance</c>, or <c>change</c> of a count.</param>
public sealed record ReportColumn(string Title, string Unit);
