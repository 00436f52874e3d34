namespace Listening.Measuring;

/// <summary>A page of the rows behind a number.</summary>
/// <param name="Total">All rows; equals the number's n within one revision.</param>
/// <param name="Revision">The revision of the facts.</param>
/// <param name="Items">This page, newest first.</param>
/// <param name="NextCursor">Where the next page starts; null on the last.</param>
public sealed record MetricRows(long Total, long Revision, IReadOnlyList<MetricRow> Items, string? NextCursor);
